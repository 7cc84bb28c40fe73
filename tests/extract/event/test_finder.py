from sayso.extract.entity import find_names
from sayso.extract.event import find_events
from sayso.extract.time import find_times
from sayso.records import Event, Span, Statement
from tests.factories import parsed


def events(text: str, published: str | None = None) -> tuple[Event, ...]:
    doc = parsed(text, published=published)
    return find_events(doc, find_names(doc, "run"), (), find_times(doc, ()), "run")


def parties(event: Event) -> tuple[str | None, str | None]:
    return event.who.name if event.who else None, event.to.name if event.to else None


def test_an_event_has_parties_time_and_place() -> None:
    (event,) = events("On 4 May 1951 Norway held talks with Sweden in Copenhagen.")
    assert event.plover == "CONSULT"
    assert event.who is not None
    assert event.who.name == "Norway"
    assert event.who.entity is not None
    assert event.to is not None
    assert event.to.name == "Sweden"
    assert (event.when, event.where, event.run) == ("1951-05-04", "Copenhagen", "run")


def test_joined_dates_are_two_events() -> None:
    found = events("The Finnish president visited Estonia in 1997 and 2016.")
    assert [event.when for event in found] == ["1997", "2016"]
    assert len({event.id for event in found}) == 2


def test_a_name_and_a_date_without_a_verb_are_another_visit() -> None:
    found = events("The Finnish president visited Estonia in 1997 and 2016, and Latvia in 2009.")
    assert [(parties(event)[1], event.when) for event in found] == [
        ("Estonia", "1997"), ("Estonia", "2016"), ("Latvia", "2009"),
    ]  # fmt: skip


def test_further_actors_without_a_verb_do_the_same() -> None:
    found = events("Norway opened an embassy in Lima in 1990, Denmark in 1994 and Iceland in 2001.")
    assert [(*parties(event), event.when) for event in found] == [
        ("Norway", "Lima", "1990"), ("Denmark", "Lima", "1994"), ("Iceland", "Lima", "2001"),
    ]  # fmt: skip


def test_an_event_comes_under_the_heading_of_its_statement() -> None:
    text = "Norway attacked Sweden."
    doc = parsed(text)
    statement = Statement(
        id="stm", document=doc.document.id, segment="seg", content=(Span(0, len(text)),), text=text,
        mode="own", source=(), cue=(), voice=None, voice_name="", chain=(), facets=("conflict", "security"),
    )  # fmt: skip
    (inside,) = find_events(doc, find_names(doc, "run"), (statement,), (), "run")
    (outside,) = find_events(doc, find_names(doc, "run"), (), (), "run")
    assert (inside.statement, inside.facet) == ("stm", "conflict")
    assert (outside.statement, outside.facet) == (None, None)
    assert inside.id == outside.id


def test_a_pronoun_carries_the_date_of_the_sentence_before() -> None:
    found = events("In 1997 the king visited Mali. He met the rebels.")
    assert [(event.plover, event.when) for event in found] == [("CONSULT", "1997"), ("CONSULT", "1997")]


def test_a_date_is_not_carried_to_another_subject_tense_or_paragraph() -> None:
    first = "In 1997 the king visited Mali."
    for second in (" The rebels attacked Chad.", " He praises Chad.", "\n\nHe attacked Chad."):
        assert [event.when for event in events(first + second)] == ["1997", None]


def test_nobody_did_what_names_no_agent() -> None:
    (event,) = events("Two bridges were destroyed in 1931.")
    assert parties(event) == (None, "Two bridges")


def test_a_noun_with_one_party_and_no_date_is_no_event() -> None:
    assert events("The war in Peru lingers in memory.") == ()
    (event,) = events("The invasion of Malta in 1798 was short.")
    assert (event.plover, event.when) == ("ASSAULT", "1798")


def test_a_noun_of_what_did_not_or_may_not_happen_is_marked_so() -> None:
    (denied,) = events("There was no attack by Norway on Sweden.")
    (imagined,) = events("A visit of the king to Malta would cost too much.")
    assert (denied.status, imagined.status) == ("denied", "hypothetical")


def test_what_did_not_happen_is_marked_as_denied() -> None:
    (event,) = events("Norway did not attack Sweden.")
    assert (event.plover, event.status, event.confidence) == ("ASSAULT", "denied", 0.9)


def test_a_day_does_not_visit() -> None:
    found = events("On Monday the visit drew crowds. Tuesday's visit to Malta in 1988 did not.")
    assert [(event.who, event.when) for event in found] == [(None, "1988")]


def test_what_goes_on_since_a_year_has_an_open_end() -> None:
    (event,) = events("Since 1995 Bolivia has exported gas to Brazil.")
    assert event.when == "1995/.."


def test_a_clause_takes_the_only_date_of_its_sentence() -> None:
    found = events("The consulate closed in 2003 and Norway expelled two Swedish diplomats.")
    assert {event.when for event in found} == {"2003"}
    assert "SANCTION" in {event.plover for event in found}


def test_a_noun_takes_the_date_that_hangs_on_it() -> None:
    found = events("The visit of the Finnish president to Estonia in May 2022 was a success.")
    assert [(event.plover, event.when) for event in found] == [("CONSULT", "2022-05")]


def test_an_event_without_a_date_has_none() -> None:
    (event,) = events("Norway condemned Sweden.")
    assert event.when is None
    assert event.where is None


def test_joined_actors_each_act() -> None:
    found = events("Norway and Denmark praised Iceland.")
    assert [event.who.name for event in found if event.who] == ["Norway", "Denmark"]
    assert all(event.to is not None and event.to.name == "Iceland" for event in found)


def test_swapping_the_sides_swaps_the_parties() -> None:
    text = "Norway attacked Sweden in 1808. Sweden accused Norway of arson."
    swapped = text.replace("Norway", "\0").replace("Sweden", "Norway").replace("\0", "Sweden")
    other = {"Norway": "Sweden", "Sweden": "Norway"}

    def told(text: str) -> list[tuple[str | None, str, str]]:
        return [(e.plover, e.who.name if e.who else "", e.to.name if e.to else "") for e in events(text)]

    assert told(swapped) == [(code, other[who], other[to]) for code, who, to in told(text)]


def test_text_without_events_gives_none() -> None:
    assert events("The weather was mild.") == ()
    assert events("") == ()
