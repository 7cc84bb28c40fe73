"""What the clause rules hand on."""

from dataclasses import dataclass

from sayso.records import Spans


@dataclass(frozen=True)
class Assertion:
    """One check-worthy clause of the segment's own speaker.

    ``content`` is the clause in one or more pieces; ``head`` is its predicate's token;
    ``confidence`` says how much it looks like something one could check (0 to 1).
    """

    content: Spans
    head: int
    confidence: float
