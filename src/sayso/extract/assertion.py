"""What a segment's own speaker asserts, clause by clause."""

from dataclasses import dataclass

from sayso.extract.attribution import Attribution
from sayso.parse import ParsedDocument
from sayso.records import Spans


@dataclass(frozen=True)
class Assertion:
    """One check-worthy clause of the segment's own speaker; ``head`` is its predicate's token."""

    content: Spans
    head: int
    confidence: float


def find_assertions(parsed: ParsedDocument, attributions: tuple[Attribution, ...]) -> tuple[Assertion, ...]:
    """The own statements of every speaker, in order of text; what is attributed to others is left out."""
    return ()
