"""Two names of one document that the program took for one thing, and people for two."""

from collections.abc import Sequence

import pytest

from sayso import flows
from sayso.extract import extract_document
from sayso.records import Decision, Entity, Extraction, Snapshot
from sayso.review import making
from sayso.review.desk import Desk
from sayso.review.places import name_key
from tests.factories import parsed
from tests.review.world import RUN, after, hand, ledger_of, seen

TEXTS = (
    "The quarry lies in Tessenberg, which the settlers call Vellmark. Vellmark lost 300 houses in 1996. "
    "The mayor of Vellmark said on Tuesday that the board had hidden the figure.",
    "Tessenberg has 40 wells, the council said. The council of Vellmark denied that.",
)
WHY = "the text says that “Tessenberg” is also called “Vellmark”"


@pytest.fixture(scope="module")
def papers() -> list[Extraction]:
    return [extract_document(parsed(text), RUN.id) for text in TEXTS]


def entity(of: Snapshot, name: str) -> Entity:
    (found,) = (
        one
        for one in of.entities
        if one.type != "person" and name in (one.name, *one.names)
    )  # fmt: skip
    return found


def split(papers: Sequence[Extraction], name: str = "Vellmark") -> Decision:
    seen = after([], papers)
    return making.split(Desk(seen), entity(seen, name).id, name, hand())


def test_a_merge_within_a_document_tells_why(papers: Sequence[Extraction]) -> None:
    ledger = ledger_of(papers, [])
    told = [one.strip() for one in flows.why_one(ledger, entity(ledger.snapshot(), "Vellmark").id)]
    assert WHY in told


def test_a_name_split_off_takes_its_words_along(papers: Sequence[Extraction]) -> None:
    now = after([split(papers)], papers)
    town, other = entity(now, "Tessenberg"), entity(now, "Vellmark")
    assert town.id != other.id
    assert {name_key(m.text) for m in now.mentions if m.entity == other.id} == {"vellmark"}
    assert "vellmark" not in {name_key(m.text) for m in now.mentions if m.entity == town.id}
    homes = {p.entity for q in now.quantities if q.text.startswith("300") for p in q.about}
    assert town.id not in homes


def test_what_was_split_no_longer_says_why_it_is_one(papers: Sequence[Extraction]) -> None:
    ledger = ledger_of(papers, [split(papers)])
    now = ledger.snapshot()
    for name in ("Tessenberg", "Vellmark"):
        assert WHY not in [one.strip() for one in flows.why_one(ledger, entity(now, name).id)]


def test_an_undone_split_leaves_no_trace(papers: Sequence[Extraction]) -> None:
    made = split(papers)
    undone = making.undo(Desk(after([made], papers)), made.id, hand(minute=1))
    assert seen(after([made, undone], papers)) == seen(after([], papers))


def test_a_name_split_off_can_be_merged_again(papers: Sequence[Extraction]) -> None:
    made = split(papers)
    now = after([made], papers)
    town, other = entity(now, "Tessenberg"), entity(now, "Vellmark")
    tied = making.merge(Desk(now), town.id, other.id, hand(minute=1))
    again = after([made, tied], papers)
    assert entity(again, "Tessenberg") == entity(again, "Vellmark")
