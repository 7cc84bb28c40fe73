"""Where quotation marks open and close, whatever marks a writer uses and however oddly."""

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import NamedTuple

from sayso.parse import ParsedDocument

_MARK = re.compile(
    "''|``|[\"“”„‟«»‹›]|(?<![^\\W_])['‘‚](?=\\w)|(?<=[.,?!…])['’](?!\\w)|(?<=[^\\W_sS])['’](?![\\w])"
)
_OPENING = frozenset(["``", "“", "„", "‟", "«", "‘", "‚", "‹"])
_CLOSING = frozenset(["”", "»", "’", "›"])
_SINGLE = frozenset(["'", "‘", "’", "‚"])
_STRAIGHT = frozenset(['"', "''"])
_WORD = re.compile(r"\w")


class Quotation(NamedTuple):
    """A quotation: tokens ``start`` to ``end`` (excluded), marks included, ``depth`` 0 for outermost.

    ``closed`` is false where the paragraph ended before the closing mark came.
    """

    start: int
    end: int
    depth: int
    closed: bool


class _Mark(NamedTuple):
    token: int
    after: int
    text: str
    opens: bool
    certain: bool


def passages_of(parsed: ParsedDocument) -> list[tuple[int, int]]:
    """The token ranges of the paragraphs, in order."""
    found: list[tuple[int, int]] = []
    last = -1
    for sentence in parsed.sentences:
        if sentence.passage == last:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
            last = sentence.passage
    return found


def _faces(text: str, match: re.Match[str], first: int, last: int, default: bool) -> tuple[bool, bool]:
    """Does a mark open (by the space around it, else by its shape), and is that beyond doubt?"""
    before = text[match.start() - 1] if match.start() > first else " "
    after = text[match.end()] if match.end() < last else " "
    loose_before = before.isspace() or before in "([{—–-/“‘\"'"
    loose_after = after.isspace() or after in ")]},.;:?!—–-/”’\"'"
    if match.start() == first:
        return True, True
    if loose_before != loose_after:
        return loose_before, True
    if match[0] in _OPENING or match[0] in _CLOSING:
        return match[0] in _OPENING, False
    return default, False


def _marks(parsed: ParsedDocument, first: int, last: int, starts: list[int]) -> list[_Mark]:
    """The quotation marks of a paragraph. ``starts`` are the places of its tokens."""
    text = parsed.document.text
    low, high = parsed.tokens[first].start, parsed.tokens[last - 1].end
    marks: list[_Mark] = []
    open_marks = 0
    for match in _MARK.finditer(text, low, high):
        opens, certain = _faces(text, match, low, high, open_marks == 0)
        at = first + bisect_left(starts, match.end()) - 1
        marks.append(_Mark(at, match.end(), match[0], opens, certain))
        open_marks = open_marks + 1 if opens else max(0, open_marks - 1)
    return marks


def _balanced(marks: list[_Mark]) -> bool:
    """Do curly or pointed double marks close just as often as they open, none before it opened?

    Then what opens within a quotation is one in it, and no mark was forgotten before."""
    depth = 0
    for mark in marks:
        if mark.text not in _SINGLE:
            depth += 1 if mark.opens else -1
        if depth < 0 or mark.text in _STRAIGHT:
            return False
    return depth == 0


def _pairs(marks: list[_Mark], first: int, last: int, goes_on: bool) -> list[Quotation]:
    """Marks of one paragraph joined to quotations; a mark without a partner costs no other its own.

    What is left open at the end counts where it opened the paragraph, or where the next one ``goes_on``.
    """
    found: list[Quotation] = []
    waiting: list[_Mark] = []
    balanced = _balanced(marks)
    for mark in marks:
        single = mark.text in _SINGLE
        if mark.opens:
            if not single and waiting and waiting[-1].text not in _SINGLE and not balanced:
                waiting.pop()
            waiting.append(mark)
            continue
        at = len(waiting) - 1
        while at >= 0 and (waiting[at].text in _SINGLE) != single:
            at -= 1
        if at < 0:
            continue
        found.append(Quotation(waiting[at].token, mark.token + 1, at, True))
        del waiting[at:]
    if waiting and waiting[0].text not in _SINGLE and waiting[0].token == first:
        found.append(Quotation(first, last, 0, False))
    elif goes_on and len(waiting) == 1 and waiting[0].certain and waiting[0].text in _OPENING - _SINGLE:
        found.append(Quotation(waiting[0].token, last, 0, False))
    return found


def find_quotations(parsed: ParsedDocument) -> tuple[Quotation, ...]:
    """All quotations of one word or more, in order of text; none runs over the end of a paragraph."""
    found: list[Quotation] = []
    passages = passages_of(parsed)
    for (first, last), after in zip_longest(passages, passages[1:]):
        starts = [token.start for token in parsed.tokens[first:last]]
        marks = _marks(parsed, first, last, starts)
        if marks:
            goes_on = after is not None and parsed.tokens[after[0]].text[0] in _OPENING - _SINGLE
            goes_on = goes_on or parsed.tokens[marks[-1].token - 1].text == ":"
            found.extend(_pairs(marks, first, last, goes_on))
    worded = [q for q in found if any(_WORD.search(t.text) for t in parsed.tokens[q.start : q.end])]
    return tuple(sorted(worded, key=lambda q: (q.start, -q.end)))
