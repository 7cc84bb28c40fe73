"""Which statements are worth comparing: pairs that share a key that not too many share."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sayso.align.compare.happening import happenings
from sayso.align.compare.opposite import poles
from sayso.align.utterance import Utterance

#: A key shared by more statements than this says too little to compare them all.
WIDEST = 120
#: Statements in one or in neighbouring stretches of so many characters are compared.
PASSAGE = 300


def keys(utterance: Utterance) -> Iterator[str]:
    """What a statement is filed under: names with words and ideas, pairs of names, units, the segment."""
    ideas = sorted(utterance.ideas)
    for name in sorted(utterance.meant):
        yield from (f"{name}|w:{stem}" for stem in sorted(utterance.stems))
        yield from (f"{name}|i:{idea}" for idea in ideas)
    for one, other in combinations(sorted(utterance.meant), 2):
        yield f"{one}|{other}"
        yield from (f"{one}|{other}|{idea}" for idea in ideas)
    yield from (f"w:{stem}" for stem in sorted(utterance.stems))
    for pole in poles(utterance):
        yield f"s:{pole.scale}"
        yield from (f"s:{pole.scale}|{matter}" for matter in sorted(pole.subject | pole.object))
    yield from (f"i:{idea}" for idea in ideas)
    yield from (f"i:{one}|{other}" for one, other in combinations(ideas, 2))
    for happening in happenings(utterance):
        yield f"h:{happening.idea}"
        yield from (f"h:{happening.idea}|{matter}" for matter in sorted(happening.matter))
    if utterance.quantities:
        yield from (f"q:{matter}" for matter in sorted(utterance.matter))
    for quantity in utterance.quantities:
        yield from (f"u:{quantity.unit}|{idea}" for idea in ideas)
        yield f"u:{quantity.unit}|{utterance.statement.segment}"
    if utterance.segment:
        # neighbours in a passage answer each other whatever their words
        here = utterance.span.start // PASSAGE
        yield f"p:{utterance.segment.id}|{here}"
        yield f"p:{utterance.segment.id}|{here + 1}"
    if utterance.segment and utterance.segment.kind == "comment":
        yield f"d:{utterance.source.id}"


def candidate_pairs(utterances: Sequence[Utterance]) -> list[tuple[int, int]]:
    """Indices (first < second) of statements that share a key, in order."""
    filed: dict[str, list[int]] = defaultdict(list)
    for index, utterance in enumerate(utterances):
        for key in set(keys(utterance)):
            filed[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for held in filed.values():
        if 1 < len(held) <= WIDEST:
            pairs.update(combinations(held, 2))
    return sorted(pairs)
