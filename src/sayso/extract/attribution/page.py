"""A parsed document with its paragraphs and quotations at hand."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from sayso.extract.attribution.quotation import Quotation, find_quotations, passages_of
from sayso.extract.attribution.tree import Range, merged, shared, size
from sayso.parse import ParsedDocument


class Page:
    """What the rules look things up in; computed once a document."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self.parsed = parsed
        self.passages: list[Range] = passages_of(parsed)
        self.quotations: tuple[Quotation, ...] = find_quotations(parsed)

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations that are in no other, in order of text."""
        return tuple(q for q in self.quotations if q.depth == 0)

    @cached_property
    def inner(self) -> tuple[Quotation, ...]:
        """The quotations that are right in another, in order of text."""
        return tuple(q for q in self.quotations if q.depth == 1)

    def nested(self, pieces: tuple[Range, ...]) -> bool:
        """Is this a quotation within a quotation?"""
        return any(q.start <= pieces[0][0] + 1 and pieces[-1][1] - 1 <= q.end for q in self.inner)

    @cached_property
    def _starts(self) -> list[int]:
        return [q.start for q in self.outer]

    @cached_property
    def _first_tokens(self) -> list[int]:
        return [first for first, _ in self.passages]

    def passage(self, index: int) -> Range:
        """The paragraph of a token."""
        return self.passages[bisect_right(self._first_tokens, index) - 1]

    def passage_after(self, passage: Range) -> Range | None:
        """The paragraph that follows another."""
        at = bisect_right(self._first_tokens, passage[0])
        return self.passages[at] if at < len(self.passages) else None

    def around(self, index: int) -> Quotation | None:
        """The outermost quotation a token stands in."""
        at = bisect_right(self._starts, index) - 1
        return self.outer[at] if at >= 0 and index < self.outer[at].end else None

    def enclosed(self, index: int) -> bool:
        """Does a token stand in a quotation that is closed?"""
        around = self.around(index)
        return around is not None and around.closed

    def neighbours(self, index: int) -> tuple[Quotation | None, Quotation | None]:
        """The outermost quotations before and after a token in its paragraph, none if it is in one."""
        at = bisect_left(self._starts, index)
        before = self.outer[at - 1] if at > 0 else None
        if before and before.end > index:
            within = [q for q in self.inner if before.start < q.start and q.end < before.end]
            ahead = [q for q in within if q.start > index]
            behind = [q for q in within if q.end <= index]
            return (behind[-1] if behind else None), (ahead[0] if ahead else None)
        after = self.outer[at] if at < len(self.outer) else None
        first, last = self.passage(index)
        return (
            before if before and before.start >= first else None,
            after if after and after.start < last else None,
        )

    def within(self, piece: Range) -> list[Quotation]:
        """The outermost quotations that share a token with a range."""
        at = max(0, bisect_right(self._starts, piece[0]) - 1)
        found = []
        while at < len(self.outer) and self.outer[at].start < piece[1]:
            if self.outer[at].end > piece[0]:
                found.append(self.outer[at])
            at += 1
        return found

    def snapped(self, cue: int, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
        """Content grown to the quotations it mostly consists of, and kept inside the one the cue is in."""
        if not self.outer or not pieces:
            return pieces
        home = self.around(cue)
        grown: list[Range] = []
        for piece in pieces:
            if home:
                start, end = max(piece[0], home.start + 1), min(piece[1], home.end - home.closed)
                if start < end:
                    grown.append((start, end))
                continue
            grown.append(self._grown(piece))
        return merged(grown)

    def _grown(self, piece: Range) -> Range:
        start, end = piece
        for quotation in self.within(piece):
            common = min(end, quotation.end) - max(start, quotation.start)
            if 2 * common >= quotation.end - quotation.start or start - quotation.start in (0, 1):
                start, end = min(start, quotation.start), max(end, quotation.end)
        return start, end

    def quoted(self, pieces: tuple[Range, ...]) -> float:
        """The share of the tokens that stand in quotation marks."""
        if not self.outer or not pieces:
            return 0.0
        marked = [(q.start, q.end) for piece in pieces for q in self.within(piece)]
        return shared(pieces, sorted(set(marked))) / size(pieces)
