"""The lines of a text, with their places and how they stand on the page."""

import re
from dataclasses import dataclass

from sayso.records.document import SegmentKind

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u2060"
_SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]*_]*$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
#: Words that headlines in title case leave small.
_SMALL = frozenset(
    [
        ("a"),
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    ]
)


@dataclass(frozen=True)
class Line:
    """A line that is not blank: characters ``start`` to ``end`` of the text, ends trimmed.

    ``indent`` counts the white space before it, ``gap`` tells whether a blank line (or the text's
    beginning) stands before it. ``role`` is what the markup says of it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: bool = True
    role: str | None = None

    @property
    def words(self) -> list[str]:
        """The words in it."""
        return _WORD.findall(self.text)

    @property
    def closed(self) -> bool:
        """Does it end like a sentence?"""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def prose(self) -> bool:
        """Does it read like a paragraph and not like a heading or a label?"""
        words = len(self.words)
        return words >= 25 or (words >= 8 and self.closed) or len(self.text) > 200

    @property
    def titled(self) -> bool:
        """Are its words written with capitals, as in names and headlines?"""
        words = [word for word in self.words if word.lower() not in _SMALL]
        return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


@dataclass(frozen=True)
class Labelled:
    """A line and what it does; ``first`` keeps it from being joined to the line before."""

    line: Line
    kind: SegmentKind
    first: bool = False


def split(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch of text that are not blank, in order."""
    stop = len(text) if end is None else end
    found: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start, stop):
        raw = match.group()
        body = raw.strip().strip(_INVISIBLE).strip()
        if not body:
            continue
        begin = match.start() + raw.index(body)
        gap = not found or _breaks(text[last : match.start()]) > 1
        found.append(Line(begin, begin + len(body), body, begin - match.start(), gap))
        last = match.end()
    return found


def _breaks(between: str) -> int:
    """How many line ends there are (``\\r\\n`` is one)."""
    return len(re.findall(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", between))
