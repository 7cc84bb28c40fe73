"""Which decisions of a log count."""

from sayso.records import Decision
from sayso.review.log import order, withdrawn


def entry(id: str, on: str = "lnk_1", verb: str = "accept", at: str = "2024-05-01T12:00:00Z") -> Decision:
    made = Decision(id=id, on=on, decision="undo" if verb == "undo" else "accept", by="Ilse", at=at)
    return made


def test_an_undo_takes_a_decision_back() -> None:
    assert withdrawn([entry("d1"), entry("u1", "d1", "undo")]) == {"d1": "u1"}


def test_an_undone_undo_brings_it_back() -> None:
    log = [entry("d1"), entry("u1", "d1", "undo"), entry("u2", "u1", "undo")]
    assert withdrawn(log) == {"u1": "u2"}


def test_of_two_undos_each_must_be_undone() -> None:
    log = [entry("d1"), entry("u1", "d1", "undo"), entry("u2", "d1", "undo"), entry("u3", "u1", "undo")]
    assert withdrawn(log) == {"d1": "u2", "u1": "u3"}


def test_the_order_of_the_log_does_not_matter() -> None:
    log = [entry("d1"), entry("u1", "d1", "undo"), entry("u2", "u1", "undo"), entry("u3", "u2", "undo")]
    assert withdrawn(log) == withdrawn(log[::-1]) == {"d1": "u1", "u2": "u3"}


def test_an_undo_of_what_is_not_there_can_be_undone() -> None:
    assert withdrawn([entry("u1", "dec_lost", "undo"), entry("u2", "u1", "undo")]) == {"u1": "u2"}


def test_a_ring_of_undos_takes_nothing_back() -> None:
    assert withdrawn([entry("u1", "u2", "undo"), entry("u2", "u1", "undo"), entry("d1")]) == {}


def test_a_long_chain_of_undos_is_followed_to_its_end() -> None:
    chain = [entry("d0"), *(entry(f"d{n}", f"d{n - 1}", "undo") for n in range(1, 5001))]
    gone = withdrawn(chain)
    assert len(gone) == 2500
    assert "d0" not in gone


def test_parts_of_a_second_count() -> None:
    early, late = entry("b", at="2024-05-01T12:00:00Z"), entry("a", at="2024-05-01T12:00:00.5Z")
    assert sorted([late, early], key=order) == [early, late]
