"""Which statements are chosen, and how points of conflict are put together."""

from collections.abc import Iterable

import msgspec
import pytest

from sayso.errors import UsageError
from sayso.records import Link, Record, Snapshot, Span, Statement, ids
from sayso.views.attribution_line import attribution_line, short_name
from sayso.views.claim_sheet import claim_sheet
from sayso.views.conflict_sheet import conflict_sheet
from sayso.views.entry import Reader
from sayso.views.record_sheet import record_sheet
from sayso.views.selection import Selection, Wanted
from tests import factories

TEXT = (
    "A says 1 boat sank. B says 2 boats sank. C says 2 boats sank. "
    "D says 7 cows drowned. E says 9 cows drowned."
)
SPANS = {"A": (7, 18), "B": (27, 39), "C": (48, 60), "D": (69, 83), "E": (92, 106)}
EVERYTHING = Wanted()


def statement(voice: str) -> Statement:
    span = Span(*SPANS[voice])
    return Statement(
        id=f"stm_{voice}",
        document="doc",
        segment="seg",
        content=(span,),
        text=TEXT[span.start : span.end],
        mode="indirect",
        voice_name=voice,
    )


def link(
    a: str, b: str, relation: str = "conflicts", kind: str | None = "number", confidence: float = 0.5
) -> Link:
    ends = {
        f"{side}_span": {"document": "doc", "start": SPANS[voice][0], "end": SPANS[voice][1]}
        for side, voice in (("a", a), ("b", b))
    }
    plain = {
        "id": ids.derive("lnk", a, b, relation),
        "a": f"stm_{a}",
        "b": f"stm_{b}",
        "relation": relation,
        "kind": kind,
        "reason": f"{a} and {b}",
        "independent": True,
        "confidence": confidence,
    }
    return msgspec.convert(plain | ends, Link)


def ledger(*links: Link) -> Snapshot:
    document = factories.document(TEXT, id="doc", uris=("007_harbour news.txt",))
    segment = factories.segment(document, id="seg")
    statements = tuple(statement(voice) for voice in SPANS)
    return Snapshot(documents=(document,), segments=(segment,), statements=statements, links=links)


def points(*links: Link, wanted: Wanted = EVERYTHING) -> list[set[str]]:
    snapshot = ledger(*links)
    return [
        {entry.statement.voice_name for answer in point.answers for entry in answer.entries}
        for point in conflict_sheet(snapshot, Selection(snapshot, wanted))
    ]


def test_conflicts_that_share_a_statement_are_one_question() -> None:
    assert points(link("A", "B"), link("A", "C"), link("D", "E")) == [{"A", "B", "C"}, {"D", "E"}]


def test_who_agrees_with_an_answer_stands_beside_it() -> None:
    assert points(link("A", "B"), link("B", "C", "corroborates")) == [{"A", "B", "C"}]


def test_agreement_alone_is_no_conflict() -> None:
    assert points(link("B", "C", "corroborates")) == []


def test_questions_of_different_kinds_stay_apart() -> None:
    assert len(points(link("A", "B"), link("B", "C", kind="date"))) == 2


def test_statements_at_odds_are_not_chained_and_come_last() -> None:
    found = points(
        link("A", "B", kind="polarity", confidence=0.9), link("B", "C", kind="polarity"), link("D", "E")
    )
    assert found == [{"D", "E"}, {"A", "B"}, {"B", "C"}]


def test_most_voices_come_first() -> None:
    assert points(link("D", "E", confidence=0.9), link("A", "B"), link("A", "C"))[0] == {"A", "B", "C"}


def test_a_point_shows_all_its_answers_once_one_is_asked_for() -> None:
    assert points(link("A", "B"), link("D", "E"), wanted=Wanted(voice="a")) == [{"A", "B"}]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(about="Atlantis"), "Atlantis"),
        (Wanted(voice="Nobody"), "Nobody"),
        (Wanted(facet="cookery"), "cookery"),
        (Wanted(since="soon"), "soon"),
    ],
    ids=str,
)
def test_what_is_unknown_is_named(wanted: Wanted, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        Selection(ledger(), wanted)


def test_the_line_names_voice_document_part_and_date() -> None:
    snapshot = ledger()
    line = attribution_line(Reader(snapshot).entry(snapshot.statements[0]))
    assert line == "A, 007 body"


@pytest.mark.parametrize(
    ("uri", "short"),
    [
        ("001_x.txt", "001"),
        ("a/b/herald-2021.html", "herald"),
        ("-#3", "#3"),
        ("b/rows_x.jsonl#7", "rows#7"),
        ("__.txt", "doc"),
        ("x y.md", "x"),
    ],
)
def test_short_names(uri: str, short: str) -> None:
    assert short_name(factories.document("x", id="doc", uris=(uri,))) == short


def test_a_ledger_without_claims_has_an_empty_sheet() -> None:
    snapshot = ledger()
    assert claim_sheet(snapshot, Selection(snapshot, EVERYTHING)) == []


def ids_of(records: Iterable[Record]) -> set[str]:
    return {str(getattr(record, "id", "")) for record in records}


def test_an_event_leads_to_its_other_tellings(example_snapshot: Snapshot) -> None:
    happening = next(one for one in example_snapshot.happenings if len(one.events) > 1)
    linked = dict(record_sheet(example_snapshot, happening.events[0]).linked)
    assert ids_of(linked["events"]) == set(happening.events[1:])
    assert ids_of(linked["happenings"]) == {happening.id}
    told = dict(record_sheet(example_snapshot, happening.id).linked)
    assert ids_of(told["events"]) == set(happening.events)
