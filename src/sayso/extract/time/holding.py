"""Which statement holds a span."""

from bisect import bisect_right
from itertools import accumulate

from sayso.records import Span, Statement


class Holding:
    """The statements of a document, ready to be asked for the one that says some words."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        pieces = [
            (start, end, (one.mode == "own", sum(b - a for a, b in one.content), one.id))
            for one in statements
            for start, end in one.content
        ]
        self._pieces = sorted(pieces)
        self._starts = [start for start, _, _ in self._pieces]
        self._reach = list(accumulate((end for _, end, _ in self._pieces), max))

    def over(self, span: Span) -> str | None:
        """The id of the smallest statement that holds the span, one that is attributed before an own one."""
        best: tuple[bool, int, str] | None = None
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            _, end, rank = self._pieces[at]
            if end >= span.end and (best is None or rank < best):
                best = rank
            at -= 1
        return best[2] if best else None
