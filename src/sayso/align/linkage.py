"""Average linkage: groups grow by their surest pairs, while enough of all pairs of two groups are linked."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

#: Of all pairs of two groups so many must be linked for the groups to become one.
DENSITY = 0.5


def _no_hindrance(one: object, other: object) -> bool:
    return True


def linked(
    members: Iterable[T],
    pairs: Sequence[tuple[T, T]],
    may_join: Callable[[Sequence[T], Sequence[T]], bool] = _no_hindrance,
) -> dict[T, list[T]]:
    """Each member's group, shared by all in it; ``pairs`` are those linked, the surest first."""
    group = {member: [member] for member in members}
    known = {frozenset(pair) for pair in pairs}
    for a, b in pairs:
        one, other = group[a], group[b]
        if one is other or not may_join(one, other):
            continue
        across = sum(frozenset((x, y)) in known for x in one for y in other)
        if across >= DENSITY * len(one) * len(other):
            one += other
            for member in other:
                group[member] = one
    return group
