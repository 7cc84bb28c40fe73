"""A text cut into windows of word pieces, the form in which the encoder reads it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from sayso.models.grammar import PARAGRAPH, SEGMENT, Numbers, Word, arc, part

#: Word pieces a window holds besides its opening and its closing mark: what a word can mean is mostly settled
#: within a paragraph or two, and attention costs the square of this.
ROOM = 126
OPENING, CLOSING, UNKNOWN, MASK = 101, 102, 100, 103
#: Of one word no more pieces than these are read (an address, a line of dashes).
_MOST = 8
_STOPS = frozenset(".!?;")

Pieces = Callable[[str], Sequence[int]]


class Window(NamedTuple):
    """Words ``start`` to ``end`` (excluded) of the text; ``pieces`` with the marks at both ends; for each
    piece how its word is written (see ``kind``), its part of speech and its arc; ``firsts[i]`` is the piece
    with which word ``start + i`` begins."""

    start: int
    end: int
    pieces: Numbers
    kinds: Numbers
    parts: Numbers
    arcs: Numbers
    firsts: Numbers


#: The number of ways a word may be written.
KINDS = 12
_OPEN, _CLOSED, _EITHER = (
    frozenset({"“", "``", "«", "„"}),
    frozenset({"”", "''", "»"}),
    frozenset({'"', "＂"}),
)


def kind(word: str, opens: int, quoted: bool) -> int:
    """How a word is written: 0 small, 1 capitalised, 2 in capitals; three more where it opens a paragraph,
    six more between quotation marks."""
    shape = 0 if not word[:1].isupper() else 2 if len(word) > 1 and word.isupper() else 1
    return shape + 3 * bool(opens) + 6 * quoted


def _quoted(words: Sequence[Word]) -> list[bool]:
    """For every word, whether the last mark before it in its paragraph, or itself, opens a quotation."""
    found, inside = [], False
    for word in words:
        if word.opens:
            inside = False
        if word.text in _OPEN or (word.text in _EITHER and not inside):
            inside = True
            found.append(True)
        elif word.text in _CLOSED or word.text in _EITHER:
            found.append(inside)
            inside = False
        else:
            found.append(inside)
    return found


def _announced(words: Sequence[Word], at: int) -> bool:
    """Does the paragraph before end in a colon, so that its speech is found here?"""
    return words[at].opens == PARAGRAPH and at > 0 and words[at - 1].text == ":"


def _cuts(sizes: Sequence[int], words: Sequence[Word], room: int) -> Iterator[tuple[int, int]]:
    """Windows as full as whole paragraphs of one segment make them, one that ends in a colon with the next; a
    longer paragraph is cut after a sentence, or anywhere."""
    start, used, paragraph, stop = 0, 0, 0, 0
    for at, size in enumerate(sizes):
        if words[at].opens and not _announced(words, at):
            paragraph = at
        if used + size > room or (words[at].opens == SEGMENT and at > start):
            cut = paragraph if paragraph > start else stop if stop > start else at
            yield start, cut
            start, used = cut, sum(sizes[cut:at])
        used += size
        if words[at].text[-1:] in _STOPS:
            stop = at + 1
    if start < len(sizes):
        yield start, len(sizes)


def windows(words: Sequence[Word], pieces_of: Pieces, room: int = ROOM) -> Iterator[Window]:
    """The windows of a text, of at most ``room`` pieces besides the marks at both ends."""
    cut = [tuple(pieces_of(word.text))[:_MOST] or (UNKNOWN,) for word in words]
    sizes = [len(pieces) for pieces in cut]
    kinds = [kind(w.text, w.opens, quoted) for w, quoted in zip(words, _quoted(words), strict=True)]
    pieces = np.fromiter(chain.from_iterable(cut), np.int64, sum(sizes))
    told = [np.repeat(row, sizes) for row in (kinds, [part(w) for w in words], [arc(w) for w in words])]
    places = np.cumsum([0, *sizes])
    for start, end in _cuts(sizes, words, room):
        inside = slice(places[start], places[end])
        shapes, parts, arcs = (np.pad(row[inside], 1) for row in told)
        marked = np.concatenate(([OPENING], pieces[inside], [CLOSING]))
        yield Window(start, end, marked, shapes, parts, arcs, places[start:end] - places[start] + 1)
