"""Half-open stretches of a document's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of ``Document.text``, as Python ``str`` indices."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Do both share a character?"""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Does this span hold every character of the other?"""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def hull(spans: Spans) -> Span:
    """The smallest span that covers all of the (one or more) spans."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
