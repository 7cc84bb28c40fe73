"""Reading a stretch of text for time expressions: the longest rule at each place wins."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.extract.time.absolute import ABSOLUTE, DATELINES, Resolver
from sayso.extract.time.anchor import Anchors
from sayso.extract.time.calendar import coarsen, unit_of
from sayso.extract.time.extent import EXTENTS
from sayso.extract.time.grammar import START, any_of, pattern
from sayso.extract.time.part_of_year import PARTS_OF_YEAR
from sayso.extract.time.relative import RELATIVE
from sayso.extract.time.timex import Reading, Timex

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_ADDRESS = re.compile(r"\S{0,64}?(?:://|@|www\.)\S*")
_PRESENT = re.compile(r"(?:to(?:day|night)|this|current)", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """A part of a text to read: ``published`` its date (TIMEX3), ``tense`` that at an offset (1 future,
    -1 past, 0 not told).

    ``datelines_only`` is for text that is not prose.
    """

    start: int
    end: int
    published: str | None = None
    tense: Callable[[int], int] = lambda offset: 0
    datelines_only: bool = False


def _table(datelines_only: bool) -> tuple[tuple[str, Resolver], ...]:
    return DATELINES if datelines_only else (*ABSOLUTE, *RELATIVE, *PARTS_OF_YEAR, *EXTENTS)


@cache
def _rules(datelines_only: bool) -> tuple[tuple[re.Pattern[str], Resolver], ...]:
    return tuple((pattern(template), resolver) for template, resolver in _table(datelines_only))


@cache
def _possible(datelines_only: bool) -> re.Pattern[str]:
    return any_of(template for template, _ in _table(datelines_only))


def recognise(text: str, stretch: Stretch) -> Iterator[Timex]:
    """The time expressions of a stretch of text, in order, without overlap."""
    addresses = iter([match.span() for match in _ADDRESS.finditer(text, stretch.start, stretch.end)])
    address = next(addresses, None)
    memory = _Memory(text, stretch)
    at = stretch.start
    while match := START.search(text, at, stretch.end):
        start = match.start()
        at = _word_end(text, start, stretch.end)
        while address is not None and address[1] <= start:
            address = next(addresses, None)
        if address is not None and address[0] <= start:
            at = address[1]
            continue
        found = _longest(text, start, stretch, memory)
        if found is not None:
            memory.note(found)
            at = found.end
            yield found


def _word_end(text: str, at: int, end: int) -> int:
    at += 1
    while at < end and (text[at].isalnum() and text[at - 1].isalnum()):
        at += 1
    return at


def _longest(text: str, start: int, stretch: Stretch, memory: "_Memory") -> Timex | None:
    """What the rule that reads furthest makes of the words, null where none accepts them."""
    if not _possible(stretch.datelines_only).match(text, start, stretch.end):
        return None
    matches = [
        (match.end(), -order, match, resolver)
        for order, (compiled, resolver) in enumerate(_rules(stretch.datelines_only))
        if (match := compiled.match(text, start, stretch.end))
    ]
    anchors = memory.anchors(start, tense=stretch.tense(start))
    for end, _, match, resolver in sorted(matches, key=lambda row: row[:2], reverse=True):
        reading: Reading | None = resolver(match, anchors)
        if reading is not None:
            return Timex(start, end, reading)
    return None


class _Memory:
    """The date and the business quarter mentioned last in a stretch."""

    def __init__(self, text: str, stretch: Stretch) -> None:
        self._text = text
        self._published = stretch.published
        self._breaks = [match.start() for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end)]
        self._narrative: str | None = None
        self._quarter: str | None = None
        self._place = 0

    def anchors(self, start: int, *, tense: int) -> Anchors:
        """What an expression at this place may lean on."""
        breaks = bisect_left(self._breaks, start) - bisect_left(self._breaks, self._place)
        return Anchors(self._published, self._narrative, breaks, tense, self._quarter)

    def _reported(self, quarter: str) -> bool:
        """Is this the latest quarter mentioned that has begun by the document's date?"""
        now = coarsen(self._published, "Q") if self._published else None
        return (now is None or quarter <= now) and (self._quarter is None or quarter > self._quarter)

    def note(self, found: Timex) -> None:
        """Remember what was just read, if it names a date other than the present."""
        value = found.reading.value.partition("T")[0].partition("/")[0]
        unit = unit_of(value) if found.reading.kind in ("DATE", "TIME") else None
        if value.startswith("XXXX-") and len(value) == 10 and value[5:7].isdigit():
            self._narrative, self._place = value, found.end
        if unit is None or _PRESENT.match(self._text, found.start):
            return
        if unit == "Q" and self._reported(value):
            self._quarter = value
        if coarsen(value, "Y"):
            self._narrative, self._place = value, found.end
