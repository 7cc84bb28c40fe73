"""Merges and splits: which names are one entity, which statements one claim, as pairs people voted on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from sayso.records import Decision, Ground
from sayso.review.effects import Cut, Parting, Tie
from sayso.review.places import Places, name_key
from sayso.review.votes import Matter, Votes


def sides(decision: Decision) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
    """The words of the record decided on, and those of the other."""
    return decision.grounds, decision.against


def cast_group(decision: Decision, votes: Votes, places: Places) -> None:
    """Merge, split, and accept on a claim or an entity, as votes on pairs that are one, or apart."""
    verdict = b"apart" if decision.decision == "split" else b"one"
    left, right = _keys(decision, places)
    pairs = combinations(left, 2) if decision.decision == "accept" else product(left, right)
    for one, other in pairs:
        votes.cast(decision, _pair(one, other), verdict)
    if decision.decision == "accept" and left:
        votes.cast(decision, ("reading", decision.on), b"accept")


def _keys(decision: Decision, places: Places) -> tuple[list[str], list[str]]:
    """What stands for both sides: statements of claims, names of entities, a referent split off."""
    if decision.on[:3] == "clm":
        left, right = ([one for g in side for one in places.find(g)] for side in sides(decision))
    else:
        left, right = ([name_key(g.text) for g in side if places.who(g)] for side in sides(decision))
        if decision.field == "mention":
            right = [one for g in decision.against for one in places.who(g)]
    return list(dict.fromkeys(left)), list(dict.fromkeys(right))


def _pair(one: str, other: str) -> Matter:
    first, second = sorted((one, other))
    return ("pair", first, second)


@dataclass(frozen=True)
class Groups:
    """What the decisions in force make one, and what they take apart."""

    decisions: Sequence[Decision]
    votes: Votes
    places: Places

    def _standing(self, decision: Decision) -> set[Matter]:
        """The pairs on which the decision is not contradicted."""
        of = self.votes.matters(decision)
        return {matter for matter in of if matter[0] == "pair" and self.votes.stands(decision, matter)}

    def ties(self) -> tuple[Tie, ...]:
        """Referents that people took for one, in the order of the log."""
        entities = (one for one in self.decisions if one.on[:3] == "ent" and one.decision != "split")
        return tuple(dict.fromkeys(tie for one in entities for tie in self._tied(one)))

    def _tied(self, decision: Decision) -> Iterator[Tie]:
        pairs = self._standing(decision)
        left, right = sides(decision)
        merging = decision.decision == "merge"
        for one, other in product(left, right) if merging else combinations(left, 2):
            who, whom = self.places.who(one), self.places.who(other)
            if who and whom and _pair(name_key(one.text), name_key(other.text)) in pairs:
                yield Tie(who[0], whom[0], _told(decision))
                if merging:
                    return

    def cuts(self) -> tuple[Cut, ...]:
        """Referents that people took apart, in the order of the log."""
        return tuple(
            self._cut(one, pairs)
            for one in self.decisions
            if one.on[:3] == "ent" and one.decision == "split" and (pairs := self._standing(one))
        )

    def partings(self) -> tuple[Parting, ...]:
        """Names that people took apart which one document's referent has both, in the order of the log."""
        found: dict[Parting, None] = {}
        for decision in self.decisions:
            if decision.on[:3] == "ent" and decision.decision == "split" and decision.field == "name":
                off, kept = self._apart(decision, self._standing(decision))
                both = [self.places.called(key) for key in off], [self.places.called(key) for key in kept]
                for one in sorted(frozenset().union(*both[0]) & frozenset().union(*both[1])):
                    found[Parting(one, frozenset(off))] = None
        return tuple(found)

    def _apart(self, decision: Decision, pairs: set[Matter]) -> tuple[list[str], list[str]]:
        """What a split takes off, and what it takes it off from, as far as it stands."""
        left, right = _keys(decision, self.places)
        off = [key for key in right if any(_pair(one, key) in pairs for one in left)]
        return off, [key for key in left if any(_pair(key, one) in pairs for one in off)]

    def _cut(self, decision: Decision, pairs: set[Matter]) -> Cut:
        off, kept = self._apart(decision, pairs)
        those = frozenset(one for name in kept for one in self.places.called(name))
        if decision.field == "mention":
            return Cut(decision.id, frozenset(off), those - frozenset(off))
        these = frozenset(one for name in off for one in self.places.called(name))
        return Cut(decision.id, these - those, those)

    def pairs(self, verdict: Literal["one", "apart"]) -> tuple[tuple[str, str], ...]:
        """Pairs of statements that people put into one claim, or took apart."""
        claims = (one for one in self.decisions if one.on[:3] == "clm")
        found = {
            (matter[1], matter[2])
            for one in claims
            if (one.decision == "split") == (verdict == "apart")
            for matter in self._standing(one)
        }
        return tuple(sorted(found))


def _told(decision: Decision) -> str:
    """Who decided it, when, and why."""
    why = f": {decision.note}" if decision.note else ""
    return f"{decision.by} decided so on {decision.at[:10]}{why}"
