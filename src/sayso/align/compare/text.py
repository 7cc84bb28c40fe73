"""How much two statements share: words, ideas and names, each weighed by how rare it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum, log, sqrt

from sayso.align.utterance import Utterance, once

#: What a shared feature of each kind is worth before its rarity is counted.
_WORTH = {"w": 1.0, "i": 0.8, "n": 0.7, "c": 0.3, "f": 0.25}

#: Added to the mass of both, so that two or three shared words of short statements do not pass for agreement.
SHORT = 2.5


@dataclass(frozen=True)
class Likeness:
    """0 to 1, and what it rests on: shared content stems, shared ideas, shared name keys."""

    score: float
    stems: frozenset[str]
    ideas: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Rarity:
    """How rare each feature is among the statements compared."""

    counts: Mapping[str, int]
    total: int
    masses: dict[frozenset[str], float] = field(default_factory=dict, compare=False)
    weights: dict[str, float] = field(default_factory=dict, compare=False)

    def mass(self, found: frozenset[str]) -> float:
        """The weight of all the features together."""
        if found not in self.masses:
            self.masses[found] = fsum(self.weight(feature) for feature in found)
        return self.masses[found]

    def weight(self, feature: str) -> float:
        """The worth of sharing that feature."""
        if feature not in self.weights:
            seen = self.counts.get(feature, 1)
            self.weights[feature] = _WORTH[feature[0]] * log(1 + self.total / seen)
        return self.weights[feature]


@once
def features(utterance: Utterance) -> frozenset[str]:
    """Everything about a statement that can be shared, tagged by kind."""
    return frozenset(
        [f"w:{stem}" for stem in utterance.stems]
        + [f"i:{idea}" for idea in utterance.ideas]
        + [f"n:{name}" for name in utterance.named]
        + [f"f:{facet}" for facet in utterance.statement.facets]
        + [f"c:{name}" for name in utterance.meant - utterance.named]
    )


def measure_rarity(utterances: Sequence[Utterance]) -> Rarity:
    """The rarity of every feature."""
    counts = Counter(feature for utterance in utterances for feature in features(utterance))
    return Rarity(dict(counts), max(1, len(utterances)))


def likeness(a: Utterance, b: Utterance, rarity: Rarity) -> Likeness:
    """How alike two statements are."""
    ours, theirs = features(a), features(b)
    common = ours & theirs
    leaning = (a.meant & b.meant) - (a.named & b.named)
    shared = fsum(rarity.weight(feature) for feature in common if feature[0] != "c")
    shared += fsum(rarity.weight(f"c:{name}") for name in leaning)
    norm = sqrt(rarity.mass(ours) * rarity.mass(theirs))
    return Likeness(
        score=min(1.0, shared / (norm + SHORT)) if norm else 0.0,
        stems=a.stems & b.stems,
        ideas=a.ideas & b.ideas,
        names=a.meant & b.meant,
    )
