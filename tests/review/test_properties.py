"""Random logs: unrelated decisions may come in any order, an undo restores, files bring logs back whole."""

from collections.abc import Callable
from functools import cache, partial

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.align import align
from sayso.export.jsonl import line
from sayso.records import Alignment, Decision
from sayso.review import making
from sayso.review.assessment import assess
from sayso.review.desk import Desk
from sayso.review.exchange import receive
from sayso.review.signature import Signature, identity
from tests.review.world import desk, papers, replace

Make = Callable[[Desk, Signature], Decision]
MINUTES = 50


@cache
def plain_desk() -> Desk:
    """The quarrel nobody decided on."""
    return desk()


def judge(verb: Callable[[Desk, str, Signature], Decision], one: str, at: Desk, by: Signature) -> Decision:
    """Accept or reject."""
    return verb(at, one, by)


def pair(
    verb: Callable[[Desk, str, str, Signature], Decision], one: str, other: str, at: Desk, by: Signature
) -> Decision:
    """Merge or split."""
    return verb(at, one, other, by)


def set_field(one: str, name: str, value: str, at: Desk, by: Signature) -> Decision:
    """Edit."""
    return making.edit(at, one, name, value, by)


@cache
def menu() -> tuple[Make, ...]:
    """What can be decided on it; each on a matter of its own, or against another."""
    seen = plain_desk().snapshot
    links = [one.id for one in seen.links]
    towns = [one.id for one in seen.entities if one.type == "place"]
    claims = [one for one in seen.claims if len(one.statements) > 1]
    found: list[Make] = []
    for link in links:
        found += [partial(judge, making.accept, link), partial(judge, making.reject, link)]
    for one in seen.statements:
        for name, value in (("polarity", "denies"), ("polarity", "questions"), ("modality", "hedged")):
            found.append(partial(set_field, one.id, name, value))
        found.append(partial(judge, making.reject, one.id))
    found.append(partial(pair, making.merge, towns[0], towns[1]))
    found.append(partial(pair, making.merge, towns[1], towns[2]))
    found.append(partial(pair, making.merge, claims[0].id, claims[1].id))
    for claim in claims:
        found.append(partial(pair, making.split, claim.id, claim.statements[0].statement))
        found.append(partial(judge, making.accept, claim.id))
    return tuple(found)


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Up to eight decisions of two people, each at a minute of its own."""
    minutes = draw(st.lists(st.integers(0, MINUTES - 1), max_size=8, unique=True))
    made: list[Decision] = []
    for minute in sorted(minutes):
        by = Signature(draw(st.sampled_from(("Ilse", "Bo"))), f"2024-05-01T12:{minute:02}:00Z")
        if made and draw(st.integers(0, 3)) == 0:
            made.append(undo(made[draw(st.integers(0, len(made) - 1))], by))
        else:
            made.append(draw(st.sampled_from(menu()))(plain_desk(), by))
    return made


def undo(decision: Decision, by: Signature) -> Decision:
    """An undo of anything, of what is undone already too."""
    made = Decision(id="", on=decision.id, decision="undo", by=by.by, at=by.at)
    return replace(made, id=identity(made))


def aligned(log: list[Decision]) -> Alignment:
    """The comparison as it comes out with the log."""
    return align(papers(), "run", log)


LATE = Signature("Cy", "2024-05-02T12:00:00Z")


@given(logs().flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))))
@settings(max_examples=25, deadline=None)
def test_the_order_in_which_a_log_is_read_does_not_matter(
    both: tuple[list[Decision], list[Decision]],
) -> None:
    log, shuffled = both
    assert aligned(log) == aligned(shuffled)
    assert assess(log, papers()) == assess(shuffled, papers()[::-1])


@given(st.lists(st.sampled_from(range(4)), min_size=2, max_size=4, unique=True), st.data())
@settings(max_examples=20, deadline=None)
def test_unrelated_decisions_may_be_made_in_any_order(chosen: list[int], data: st.DataObject) -> None:
    links = [one.id for one in plain_desk().snapshot.links]
    said = plain_desk().snapshot.statements[3].id
    towns = [one.id for one in plain_desk().snapshot.entities if one.type == "place"]
    makes: list[Make] = [
        partial(judge, making.reject, links[0]),
        partial(judge, making.accept, links[1]),
        partial(set_field, said, "modality", "hedged"),
        partial(pair, making.merge, towns[0], towns[1]),
    ]

    def made(order: list[int]) -> list[Decision]:
        hands = [Signature("Ilse", f"2024-05-01T12:{minute:02}:00Z") for minute in range(len(order))]
        return [makes[one](plain_desk(), by) for one, by in zip(order, hands, strict=True)]

    assert aligned(made(chosen)) == aligned(made(data.draw(st.permutations(chosen))))


@given(logs(), st.sampled_from(range(40)))
@settings(max_examples=25, deadline=None)
def test_an_undo_restores_exactly_and_its_undo_brings_back(log: list[Decision], pick: int) -> None:
    new = menu()[pick % len(menu())](plain_desk(), LATE)
    back = undo(new, later(1))
    again = undo(back, later(2))
    assert aligned([*log, new, back]) == aligned(log)
    assert aligned([*log, new, back, again]) == aligned([*log, new])


def later(minute: int) -> Signature:
    """A third person's signature on the day after."""
    return Signature("Cy", f"2024-05-02T12:{minute:02}:00Z")


@given(logs())
@settings(max_examples=40, deadline=None)
def test_a_log_comes_back_from_its_export(log: list[Decision]) -> None:
    received = receive(map(line, log), "decisions.jsonl")
    assert received.refused == ()
    assert received.decisions == tuple(log)


@given(logs())
@settings(max_examples=15, deadline=None)
def test_whatever_is_decided_every_statement_is_in_one_claim_and_links_lead_somewhere(
    log: list[Decision],
) -> None:
    made = aligned(log)
    rejected = {
        one for one, standing in assess(log, papers()).effects.judged.items() if standing == "rejected"
    }
    left = {s.id for e in papers() for s in e.statements} - rejected
    members = [one.statement for claim in made.claims for one in claim.statements]
    assert sorted(members) == sorted(left)
    assert {end for link in made.links for end in (link.a, link.b)} <= left
    assert set(made.resolution.values()) == {one.id for one in made.entities}
