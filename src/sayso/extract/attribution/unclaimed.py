"""Words that the network takes for somebody's and that no attribution claims yet."""

from collections.abc import Iterable, Iterator

from sayso.extract.attribution.linking import Scored
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.tree import Range, indices, merged, shared

#: The least probability that a word belongs to something said, and the confidence in who says it.
_SAID = 0.6
CLAIMED = 0.4
#: How many words in a row ask for an attribution of their own, or for a place in the one before; how far off
#: that may end.
_ALONE, _BEHIND, _GAP = 5, 2, 2


def _words(readings: Iterable[Reading]) -> set[int]:
    return indices(piece for reading in readings for piece in reading.content)


def _run(page: Page, start: int, taken: set[int]) -> int:
    """Where the words that are said, not taken and in the sentence of ``start`` end."""
    marks, end, stop = page.parsed.marks, start, page.parsed.sentence_of(start).end
    while marks and end < stop and marks.content[end] >= _SAID and end not in taken:
        end += 1
    return end


def run_on(picks: list[Scored], page: Page) -> list[Scored]:
    """Every content to the end of what is said without a break in its sentence."""
    taken = _words(reading for _, reading in picks)
    for _, reading in picks:
        taken |= {*reading.candidate.words, *indices(reading.source.pieces)}
    found = []
    for probability, reading in picks:
        content = merged((start, _end(page, end, taken)) for start, end in reading.content)
        taken |= indices(content)
        found.append((probability, reading._replace(content=content)))
    return found


def _end(page: Page, end: int, taken: set[int]) -> int:
    stop = page.parsed.sentence_of(end - 1).end
    for start in range(end, min(end + _GAP + 1, stop)):
        if start in taken:
            return end
        after = _run(page, start, taken)
        if after > start:
            return after if after - start >= _BEHIND else end
    return end


def claimed(seen: list[Scored], picks: list[Scored], page: Page) -> Iterator[Scored]:
    """For all further words in a row the likeliest reading of the network that says them and nothing else."""
    taken = _words(reading for _, reading in picks)
    for start, end in _runs(page, taken):
        able = [one for one in seen if _explains(one[1], (start, end), taken)]
        if able:
            _, reading = max(able, key=lambda one: one[0])
            taken |= _words([reading])
            yield CLAIMED, reading


def _runs(page: Page, taken: set[int]) -> Iterator[Range]:
    at = 0
    while at < len(page.parsed.tokens):
        end = _run(page, at, taken)
        if end - at >= _ALONE:
            yield at, end
        at = max(end, at + 1)


def _explains(reading: Reading, run: Range, taken: set[int]) -> bool:
    if reading.candidate.cue in taken or 2 * shared((run,), reading.content) < run[1] - run[0]:
        return False
    return not taken & _words([reading])
