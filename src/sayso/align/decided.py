"""Clusters under human decisions: people come first, what the program found holds where they leave room."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.align.merge import Joining, Merge
from sayso.records import Entity, Referent, ids
from sayso.review.effects import Cut, Effects

Find = Callable[[Sequence[Referent]], Iterable[Merge]]


class _Guarded:
    """Clusters that never hold both sides of a cut."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self.joining = Joining()
        self._sides: dict[str, set[tuple[int, bool]]] = defaultdict(set)
        for number, cut in enumerate(cuts):
            for off, side in ((True, cut.these), (False, cut.those)):
                for referent in side:
                    self._sides[referent].add((number, off))

    def pair(self, one: str, other: str) -> None:
        """Both are of one cluster, unless that would bring together what people took apart."""
        first, second = self.joining.leader(one), self.joining.leader(other)
        sides, others = self._sides.get(first, set()), self._sides.get(second, set())
        if first == second or any((number, not off) in others for number, off in sides):
            return
        self.joining.pair(first, second)
        if sides or others:
            self._sides[self.joining.leader(first)] = sides | others


def decided_clusters(
    referents: Mapping[str, Referent], merges: Sequence[Merge], effects: Effects, find: Find
) -> list[list[str]]:
    """The referents' ids by what people tied and cut, then by the program's merges, the surest first.

    ``find`` merges the parts that a cut leaves of a cluster, each as if the other were not there.
    """
    guarded = _Guarded(effects.cuts)
    for tie in effects.ties:
        guarded.pair(tie.one, tie.other)
    left = _merged_apart(referents, merges, effects.cuts, find)
    for merge in sorted(left, key=lambda one: (-one.score, one.one, one.other, one.reason)):
        guarded.pair(merge.one, merge.other)
    groups: dict[str, list[str]] = defaultdict(list)
    for referent in sorted(referents):
        groups[guarded.joining.leader(referent)].append(referent)
    return sorted(groups.values())


def _merged_apart(
    referents: Mapping[str, Referent], merges: Sequence[Merge], cuts: Sequence[Cut], find: Find
) -> list[Merge]:
    """The merges, found anew where a cut goes through a cluster: one name may have carried the others."""
    joining = Joining()
    for merge in merges:
        joining.pair(merge.one, merge.other)
    labels: dict[str, set[int]] = defaultdict(set)
    torn: set[str] = set()
    for number, cut in enumerate(cuts):
        homes = {joining.leader(one) for one in cut.those}
        for one in cut.these:
            if joining.leader(one) in homes:
                labels[one].add(number)
                torn.add(joining.leader(one))
    parts: dict[tuple[str, tuple[int, ...]], list[Referent]] = defaultdict(list)
    for one, referent in sorted(referents.items()):
        if torn and joining.leader(one) in torn:
            parts[joining.leader(one), tuple(sorted(labels.get(one, ())))].append(referent)
    kept = [merge for merge in merges if joining.leader(merge.one) not in torn]
    return [*kept, *(merge for _, part in sorted(parts.items()) for merge in find(part))]


def told_apart(made: Sequence[tuple[Entity, Sequence[str]]], cuts: Sequence[Cut]) -> list[Entity]:
    """The entities, each with an id of its own where people took two of one name apart."""
    count = Counter(entity.id for entity, _ in made)
    return [
        entity if count[entity.id] == 1 else replace(entity, id=_own_id(entity, members, cuts))
        for entity, members in made
    ]


def _own_id(entity: Entity, members: Sequence[str], cuts: Sequence[Cut]) -> str:
    """Of two with one id, that which was split off is named after the decision."""
    off = sorted(cut.decision for cut in cuts if not cut.these.isdisjoint(members))
    return ids.derive("ent", entity.id, *off) if off else entity.id


def regrouped(
    group: Mapping[str, str], effects: Effects, copies: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Statements' groups (by their smallest member) with those people took out or put together.

    ``copies`` lead from reprints to their original, which they follow.
    """
    original = copies or {}
    members: dict[str, list[str]] = defaultdict(list)
    for one, key in group.items():
        members[key].append(one)
    home = {one: held for held in members.values() for one in held}
    apart: dict[str, set[str]] = defaultdict(set)
    for one, other in effects.asunder:
        first, second = original.get(one, one), original.get(other, other)
        if first != second:
            apart[first].add(second)
            apart[second].add(first)
    for one in _taken_out(apart, home):
        home[one].remove(one)
        home[one] = [one]
    for one, other in effects.together:
        here, there = home.get(original.get(one, one)), home.get(original.get(other, other))
        if not here or not there or here is there or any(apart[a] & set(there) for a in here):
            continue
        here += there
        for moved in there:
            home[moved] = here
    return {one: min(held) for one, held in home.items()}


def _taken_out(apart: Mapping[str, set[str]], home: Mapping[str, list[str]]) -> list[str]:
    """The fewest statements whose leaving keeps apart what people took apart: those in most pairs first."""
    open_pairs = {
        one: {other for other in others if other in home and home[one] is home[other]}
        for one, others in apart.items()
        if one in home
    }
    found = []
    while any(open_pairs.values()):
        one = min(open_pairs, key=lambda key: (-len(open_pairs[key]), key))
        found.append(one)
        for other in open_pairs.pop(one):
            open_pairs[other].discard(one)
    return found
