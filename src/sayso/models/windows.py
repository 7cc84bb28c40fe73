"""A text cut into windows of word pieces, the form in which the encoder reads it."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

#: Word pieces a window holds besides its opening and its closing mark.
ROOM = 254
OPENING, CLOSING, UNKNOWN, MASK = 101, 102, 100, 103
#: Of one word no more pieces than these are read (an address, a line of dashes).
_MOST = 8
_STOPS = frozenset(".!?;")

Pieces = Callable[[str], Sequence[int]]


class Window(NamedTuple):
    """Words ``start`` to ``end`` (excluded) of the text; ``pieces`` with the marks at both ends; ``kinds``
    one for each piece (see ``kind``); ``firsts[i]`` is the piece with which word ``start + i`` begins."""

    start: int
    end: int
    pieces: tuple[int, ...]
    kinds: tuple[int, ...]
    firsts: tuple[int, ...]


def kind(word: str, opens: bool) -> int:
    """How a word is written: 0 small, 1 capitalised, 2 in capitals; three more where it opens a paragraph."""
    shape = 0 if not word[:1].isupper() else 2 if len(word) > 1 and word.isupper() else 1
    return shape + 3 if opens else shape


def _cuts(sizes: Sequence[int], words: Sequence[str], opens: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Windows as full as whole paragraphs make them; a longer one is cut after a sentence, or anywhere."""
    start, used, paragraph, stop = 0, 0, 0, 0
    for at, size in enumerate(sizes):
        if opens[at]:
            paragraph = at
        if used + size > ROOM:
            cut = paragraph if paragraph > start else stop if stop > start else at
            yield start, cut
            start, used = cut, sum(sizes[cut:at])
        used += size
        if words[at][-1:] in _STOPS:
            stop = at + 1
    if start < len(sizes):
        yield start, len(sizes)


def windows(words: Sequence[str], opens: Sequence[bool], pieces_of: Pieces) -> Iterator[Window]:
    """The windows of a text whose ``opens[i]`` says whether word ``i`` begins a paragraph."""
    found = [tuple(pieces_of(word))[:_MOST] or (UNKNOWN,) for word in words]
    for start, end in _cuts([len(pieces) for pieces in found], words, opens):
        pieces, kinds, firsts = [OPENING], [0], []
        for at in range(start, end):
            firsts.append(len(pieces))
            pieces.extend(found[at])
            kinds.extend([kind(words[at], opens[at])] * len(found[at]))
        yield Window(start, end, (*pieces, CLOSING), (*kinds, 0), tuple(firsts))
