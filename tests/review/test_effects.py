"""What follows from decisions, on an invented quarrel over a mine."""

import pytest

from sayso import flows
from sayso.records import Claim, Link, Quantity, Snapshot, Statement
from sayso.review import making
from sayso.review.assessment import assess
from tests.align.speech import Said
from tests.review.world import RUN, after, desk, hand, ledger_of, papers, replace, seen, wells


@pytest.fixture(scope="module")
def plain() -> Snapshot:
    return after([])


def link_of(snapshot: Snapshot, relation: str, words: str) -> Link:
    return next(one for one in snapshot.links if one.relation == relation and words in one.reason)


def statement_of(snapshot: Snapshot, words: str) -> Statement:
    return next(one for one in snapshot.statements if words in one.text)


def claim_of(snapshot: Snapshot, words: str) -> Claim:
    wanted = statement_of(snapshot, words).id
    return next(one for one in snapshot.claims if wanted in {m.statement for m in one.statements})


def quantity_of(snapshot: Snapshot, words: str) -> Quantity:
    return next(one for one in snapshot.quantities if words in one.text)


def members(claim: Claim) -> set[str]:
    return {one.statement for one in claim.statements}


def test_a_rejected_link_is_set_aside_and_its_claim_follows(plain: Snapshot) -> None:
    rivals = [one.id for one in plain.links if "90 wells" in one.reason]
    log = [making.reject(desk(), one, hand()) for one in rivals]
    now = after(log)
    assert {one.id for one in now.rejected} == set(rivals)
    assert not set(rivals) & {one.id for one in now.links}
    assert members(claim_of(plain, "90 wells")) == members(claim_of(plain, "400 wells"))
    assert members(claim_of(now, "90 wells")) == {statement_of(plain, "90 wells").id}
    assert [now.judged[one] for one in rivals] == ["rejected"] * 2


def test_an_accepted_link_is_confirmed_and_stays(plain: Snapshot) -> None:
    link = link_of(plain, "conflicts", "250")
    now = after([making.accept(desk(), link.id, hand())])
    (same,) = (one for one in now.links if one.id == link.id)
    assert (same.standing, now.judged[link.id]) == ("accepted", "accepted")
    assert seen(now) == seen(plain)


def test_an_edit_shows_what_was_read_before(plain: Snapshot) -> None:
    figure = quantity_of(plain, "250")
    now = after([making.edit(desk(), figure.id, "value", "400", hand())])
    assert quantity_of(now, "250") == replace(figure, value=400.0)
    assert [(one.was, one.value) for one in now.edits] == [(250.0, 400.0)]
    at_odds = [one.reason for one in now.links if one.relation == "conflicts"]
    assert not [reason for reason in at_odds if "250" in reason and "400" in reason], "equal figures agree"


def test_an_edited_voice_is_the_entity_named_and_ends_the_chain(plain: Snapshot) -> None:
    statement = statement_of(plain, "250 wells")
    now = after([making.edit(desk(), statement.id, "voice", "Cy Low", hand())])
    said = statement_of(now, "250 wells")
    (person,) = (one for one in plain.entities if one.name == "Cy Low")
    assert (said.voice, said.voice_name) == (person.id, "Cy Low")
    assert now.edits[0].was == "Ben Rook"
    independent = [
        {one.independent for one in whole.links if "90 wells" in one.reason and "250" in one.reason}
        for whole in (plain, now)
    ]
    assert independent == [{True}, {False}], "one voice's two figures are not two voices"


def test_a_voice_nobody_knows_is_a_description(plain: Snapshot) -> None:
    statement = statement_of(plain, "250 wells")
    said = statement_of(
        after([making.edit(desk(), statement.id, "voice", "various reports", hand())]), "250 wells"
    )
    assert (said.voice, said.voice_name) == (None, "various reports")


def test_a_rejected_statement_leaves_its_figures_standing_alone(plain: Snapshot) -> None:
    statement = statement_of(plain, "250 wells")
    now = after([making.reject(desk(), statement.id, hand())])
    assert statement.id not in {one.id for one in now.statements}
    assert statement.id in {one.id for one in now.rejected}
    assert quantity_of(now, "250").statement is None
    assert not [one for one in now.links if statement.id in (one.a, one.b)]


def test_merged_entities_are_one_and_say_who_says_so(plain: Snapshot) -> None:
    one, other = (next(e.id for e in plain.entities if e.name == name) for name in ("Vell", "Portmere"))
    now = after([making.merge(desk(), one, other, hand(note="two names of one town"))])
    (town,) = (e for e in now.entities if "Vell" in e.names)
    assert town.names == ("Portmere", "Vell")
    assert len(now.entities) == len(plain.entities) - 1


def test_claims_merge_and_split_as_seen(plain: Snapshot) -> None:
    wells_claim, river = claim_of(plain, "400 wells"), claim_of(plain, "never ran")
    merged = after([making.merge(desk(), wells_claim.id, river.id, hand())])
    assert members(claim_of(merged, "400 wells")) == members(wells_claim) | members(river)
    out = statement_of(plain, "90 wells").id
    apart = after([making.split(desk(), wells_claim.id, out, hand())])
    assert members(claim_of(apart, "90 wells")) == {out}
    assert members(claim_of(apart, "400 wells")) == members(wells_claim) - {out}


def test_an_accepted_claim_holds_when_its_links_are_rejected(plain: Snapshot) -> None:
    claim = claim_of(plain, "400 wells")
    log = [making.accept(desk(), claim.id, hand())]
    log += [
        making.reject(desk(), one.id, hand(minute=1)) for one in plain.links if one.relation == "conflicts"
    ]
    assert members(claim_of(after(log), "400 wells")) == members(claim)


def test_a_note_changes_nothing(plain: Snapshot) -> None:
    now = after([making.note(desk(), plain.documents[0].id, hand(note="printed late"))])
    assert seen(now) == seen(plain)


def test_two_people_who_differ_leave_the_suggestion_open(plain: Snapshot) -> None:
    link = link_of(plain, "conflicts", "250")
    yes, no = making.accept(desk(), link.id, hand("Ilse")), making.reject(desk(), link.id, hand("Bo", 1))
    now = after([yes, no])
    assert now.judged == {link.id: "disputed"}
    assert seen(now) == seen(plain)
    states = assess([yes, no], papers()).states
    assert {one.condition for one in states.values()} == {"disputed"}
    settled = [yes, no, making.undo(desk([yes, no]), no.id, hand("Cy", 2))]
    assert after(settled).judged == {link.id: "accepted"}


def test_a_persons_last_word_counts(plain: Snapshot) -> None:
    link = link_of(plain, "conflicts", "250")
    log = [making.accept(desk(), link.id, hand(minute=5)), making.reject(desk(), link.id, hand(minute=4))]
    assert after(log).judged == {link.id: "accepted"}
    conditions = {one: state.condition for one, state in assess(log, papers()).states.items()}
    assert conditions == {log[0].id: "in force", log[1].id: "superseded"}


def test_a_merge_that_another_person_splits_is_left_to_the_program(plain: Snapshot) -> None:
    one, other = (next(e.id for e in plain.entities if e.name == name) for name in ("Vell", "Portmere"))
    together = making.merge(desk(), one, other, hand("Ilse"))
    now = desk([together])
    (town,) = (e for e in now.snapshot.entities if "Vell" in e.names)
    apart = making.split(now, town.id, "Vell", hand("Bo", 1))
    assert seen(after([together, apart])) == seen(plain)
    assert {s.condition for s in assess([together, apart], papers()).states.values()} == {"disputed"}
    mine = making.split(now, town.id, "Vell", hand("Ilse", 1))
    assert seen(after([together, mine])) == seen(plain)


def test_an_acceptance_waits_when_the_reading_changes(plain: Snapshot) -> None:
    figure = quantity_of(plain, "250")
    log = [making.accept(desk(), figure.id, hand())]
    read_anew = papers()
    read_anew[1] = replace(read_anew[1], quantities=(replace(read_anew[1].quantities[0], value=25.0),))
    state = assess(log, read_anew).states[log[0].id]
    assert state.condition == "ground changed"
    assert after(log, read_anew).judged == {}
    assert assess(log, papers()).states[log[0].id].condition == "in force"


def test_an_edit_goes_on_when_the_reading_changes_and_says_so(plain: Snapshot) -> None:
    figure = quantity_of(plain, "250")
    log = [making.edit(desk(), figure.id, "value", "300", hand())]
    read_anew = papers()
    read_anew[1] = replace(read_anew[1], quantities=(replace(read_anew[1].quantities[0], value=25.0),))
    assert quantity_of(after(log, read_anew), "250").value == 300.0
    state = assess(log, read_anew).states[log[0].id]
    assert (state.condition, "25" in state.told) == ("ground changed", True)


def changed_a_little() -> list[Said]:
    """b.txt with a sentence put before."""
    return [Said("The council met again", "Ben Rook"), wells(250), Said("Nothing else was said", "Ben Rook")]


def test_decisions_find_their_words_in_a_changed_document(plain: Snapshot) -> None:
    link, said = link_of(plain, "conflicts", "250"), statement_of(plain, "250 wells")
    log = [
        making.reject(desk(), link.id, hand()),
        making.edit(desk(), said.id, "modality", "hedged", hand(minute=1)),
    ]
    changed = papers(b=changed_a_little())
    now = after(log, changed)
    assert said.id not in {one.id for one in now.statements}
    assert statement_of(now, "250 wells").modality == "hedged"
    assert [getattr(one, "reason", "") for one in now.rejected] == [link.reason]
    states = assess(log, changed).states
    assert {one.condition for one in states.values()} == {"in force"}
    assert all("found again" in one.told for one in states.values())


def test_both_versions_of_a_document_are_judged(plain: Snapshot) -> None:
    figure = quantity_of(plain, "250")
    log = [making.edit(desk(), figure.id, "value", "300", hand())]
    both = [*papers(), *papers(b=changed_a_little())[1:2]]
    now = after(log, both)
    assert [one.value for one in now.quantities if "250" in one.text] == [300.0, 300.0]


def test_words_that_are_gone_leave_the_decision_in_the_log(plain: Snapshot) -> None:
    link = link_of(plain, "conflicts", "250")
    log = [making.reject(desk(), link.id, hand())]
    rest = [one for one in papers() if one.document.uris != ("b.txt",)]
    now = after(log, rest)
    assert now.decisions == tuple(log)
    state = assess(log, rest).states[log[0].id]
    assert (state.condition, state.told) == ("ground changed", "its words are no longer in the ledger")


def test_another_run_keeps_what_people_decided(plain: Snapshot) -> None:
    link = link_of(plain, "conflicts", "250")
    ledger = ledger_of(papers(), [making.reject(desk(), link.id, hand())])
    before = ledger.snapshot()
    for extraction in papers():
        ledger.save(extraction, replace(RUN, id="run_another"))
    assert flows.align(ledger, replace(RUN, id="run_another"))
    again = ledger.snapshot()
    assert [replace(one, run="") for one in again.links] == [replace(one, run="") for one in before.links]
    assert (again.claims, again.judged) == (before.claims, before.judged)
