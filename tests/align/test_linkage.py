"""Groups that grow by their surest pairs."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.align.linkage import linked

PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] != p[1]), max_size=20)


def test_one_chance_link_does_not_string_two_groups_together() -> None:
    group = linked(
        "abcdef", [("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("d", "f"), ("e", "f"), ("c", "d")]
    )
    assert sorted(group["a"]) == ["a", "b", "c"]
    assert sorted(group["d"]) == ["d", "e", "f"]


def test_what_must_not_join_stays_apart() -> None:
    group = linked([1, 2, 3], [(1, 2), (2, 3)], lambda one, other: 3 not in (*one, *other))
    assert sorted(group[1]) == [1, 2]
    assert group[3] == [3]


@given(PAIRS)
def test_every_member_is_in_exactly_its_group(pairs: list[tuple[int, int]]) -> None:
    group = linked(range(9), pairs)
    for member, held in group.items():
        assert held.count(member) == 1
        assert all(group[other] is held for other in held)
