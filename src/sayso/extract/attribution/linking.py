"""From scored readings to attributions: one reading a cue, no content twice, quotations carried on."""

from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.tree import Range, shared, similarity, size

Scored = tuple[float, Reading]


def chosen(scored: list[Scored], least: float, same: float) -> list[Scored]:
    """The likeliest reading of every cue that is likely enough and says what no likelier one says."""
    ranked = sorted(
        (pair for pair in scored if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].candidate.cue)
    )
    taken: dict[int, Scored] = {}
    for probability, reading in ranked:
        if reading.candidate.cue in taken:
            continue
        rivals = [other for _, other in taken.values() if _alike(reading, other, same)]
        if all(reported(reading, other) or reported(other, reading) for other in rivals):
            taken[reading.candidate.cue] = (probability, reading)
    readings = [reading for _, reading in taken.values()]
    return [taken[cue] for cue in sorted(taken) if not _repeats(taken[cue][1], readings, same)]


def _alike(one: Reading, other: Reading, least: float) -> bool:
    near = one.content[0][0] < other.content[-1][1] and other.content[0][0] < one.content[-1][1]
    return near and similarity(one.content, other.content) >= least


def _inside(one: Reading, other: Reading) -> bool:
    return any(start <= one.candidate.cue < end for start, end in other.content)


def reported(inner: Reading, outer: Reading) -> bool:
    """Does somebody else speak in what the outer one reports ("rejected the farmers' claim that")?"""
    return _inside(inner, outer) and inner.source.head != outer.source.head


def _repeats(inner: Reading, readings: list[Reading], same: float) -> bool:
    """Is it the claim in "denied the claim that", and nobody named who claims? Then the denial says all."""
    unnamed = inner.source.head is None
    return unnamed and any(_inside(inner, outer) and _alike(inner, outer, same) for outer in readings)


def parents(contents: list[tuple[Range, ...]], cues: list[int]) -> list[int | None]:
    """For every attribution the smallest other one whose content holds its cue."""
    found: list[int | None] = []
    for number, cue in enumerate(cues):
        holders = [
            (size(content), other)
            for other, content in enumerate(contents)
            if other != number
            and any(start <= cue < end for start, end in content)
            and shared(contents[number], content) * 2 > size(contents[number])
            and size(content) > size(contents[number])
        ]
        found.append(min(holders)[1] if holders else None)
    return found
