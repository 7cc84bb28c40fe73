"""The text as it is read aloud: paragraphs without line wraps and mark-up, each character with its place."""

import re
from dataclasses import dataclass

from sayso.records import Segment, Span

_BLANK = re.compile(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_DETACHED_STOP = re.compile(r"\s\.(?=[A-Za-z])")
_STOP_BEFORE_FIGURE = re.compile(r"(?<=[a-z]\s)\.(?=\d)")
_MISSING_SPACE = re.compile(
    r"(?<=[a-z]{2}[.!?,;])(?=[A-Z][a-z])|(?<=\d{2}[.!?])(?=[A-Z][a-z])|(?<=[a-z]{3}:)(?=[A-Za-z]{2})|(?<=”)(?=—\w)|(?<=”—)(?=\w)"
    r"|(?<=[\w.,!?])(?=[«‹])|(?<=[»›])(?=\w)"
)
# What typists of comments leave out besides: "paid.the", "in 1922,we", "in 1990they", "council(the".
_RUN_ON = re.compile(
    r"(?<=[a-z]{3}[.!?])(?=[a-z]{2,}\b|\d+ [a-z])|(?<=\d{2}[.!?])(?=[a-z]{2})"
    r"|(?<=\d[,;])(?=[a-z]{2})|(?<=[a-z]{2}[,;])(?=[a-z])|(?<=\b[12]\d{3})(?!ies)(?=[a-z]{3})"
    r"|(?<=[a-z]{3})(?=\([A-Za-z]{2})|(?<=[a-z]\))(?=[A-Za-z]{2})"
)
_COMMENT_NUMBER = re.compile(r"\s*\d{1,5}[.)]\s+")
_ADDRESS = re.compile(r"\S+(?:://|@|www\.)\S+|\S+\.(?:com|org|net|info|gov|edu)\b\S*", re.I)

#: Characters of a passage: the parser needs about a gigabyte for each hundred thousand.
_LONGEST = 20_000


@dataclass(frozen=True)
class Passage:
    """A paragraph as read: ``places[i]`` is where character ``i`` of ``text`` stands in the document."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document's span of the characters ``start`` to ``end`` (excluded) of the passage."""
        return Span(self.places[start], self.places[end - 1] + 1)


def _wrapped(lines: list[str]) -> bool:
    """Were these lines broken by a typist's right margin rather than to begin anew?"""
    lengths = [len(line.strip()) for line in lines]
    longest = max(lengths)
    return len(lines) > 1 and 50 <= longest <= 110 and min(lengths[:-1]) >= 0.6 * longest


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Where the paragraphs of a stretch of text are."""
    found, at = [], start
    edges = [(match.start(), match.end()) for match in _BLANK.finditer(text, start, end)]
    for stop, resume in [*edges, (end, end)]:
        lines = text[at:stop].split("\n")
        if _wrapped([line for line in lines if line.strip()] or [""]):
            found.append(Span(at, stop))
        else:
            begin = at
            for line in lines:
                found.append(Span(begin, begin + len(line)))
                begin += len(line) + 1
        at = resume
    return [span for span in found if text[span.start : span.end].strip()]


def _pieces(text: str, span: Span) -> list[Span]:
    """The paragraph, cut after a sentence where it is longer than the parser's memory bears."""
    found, at = [], span.start
    while span.end - at > _LONGEST:
        stops = (text.rfind(mark, at, at + _LONGEST) + 1 for mark in (". ", " "))
        cut = next((stop for stop in stops if stop > at), at + _LONGEST)
        found.append(Span(at, cut))
        at = cut
    return [*found, Span(at, span.end)]


def _read(text: str, span: Span, loose_stops: bool, run_on: bool) -> Passage:
    """One paragraph with white space collapsed, emphasis marks left out, missing spaces put in, also
    within what looks like one word where it is ``run_on``."""
    raw = text[span.start : span.end]
    addresses = [match.span() for match in _ADDRESS.finditer(raw)]
    skipped = {i for match in _EMPHASIS.finditer(raw) for i in range(*match.span())}
    gaps = {match.start() for match in _MISSING_SPACE.finditer(raw)}
    if run_on:
        gaps |= {match.start() for match in _RUN_ON.finditer(raw)}
    if loose_stops:
        gaps |= {match.end() for match in _STOP_BEFORE_FIGURE.finditer(raw)}
        gaps |= {match.end() for match in _DETACHED_STOP.finditer(raw)}
    gaps = {at for at in gaps if not any(a <= at < b for a, b in addresses)}
    characters: list[str] = []
    places: list[int] = []
    for offset, character in enumerate(raw):
        apart = not characters or characters[-1] == " "
        if offset in skipped or (character.isspace() and apart):
            continue
        if offset in gaps and not apart:
            characters.append(" ")
            places.append(span.start + offset - 1)
        characters.append(" " if character.isspace() else character)
        places.append(span.start + offset)
    while characters and characters[-1] == " ":
        characters.pop()
        places.pop()
    return Passage("".join(characters), tuple(places))


def passages(text: str, segment: Segment) -> list[Passage]:
    """The paragraphs of a segment, as read.

    A writer who puts full stops before the word they should follow (" .Then") also means one in
    " .25 thousand"; elsewhere that is a decimal.
    """
    loose = bool(_DETACHED_STOP.search(text, segment.start, segment.end))
    number = _COMMENT_NUMBER.match(text, segment.start, segment.end) if segment.kind == "comment" else None
    spans = _paragraphs(text, number.end() if number else segment.start, segment.end)
    pieces = [piece for span in spans for piece in _pieces(text, span)]
    run_on = segment.kind == "comment"
    return [passage for span in pieces if (passage := _read(text, span, loose, run_on)).text]
