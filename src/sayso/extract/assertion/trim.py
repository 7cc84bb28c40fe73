"""Tokens to spans: pieces without loose ends, brackets and quotation marks kept in pairs."""

from collections.abc import Iterable

from sayso.extract.assertion.grammar import is_word, words
from sayso.parse import ParsedDocument, Token
from sayso.records import Span, Spans

_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
_OPENINGS = {closing: opening for opening, closing in _PAIRS.items()}
_KEPT_AFTER = frozenset("%$€£°+")
_KEPT_BEFORE = frozenset("$€£#")


def pieces(parsed: ParsedDocument, kept: Iterable[int]) -> Spans:
    """The tokens as spans, in order of text."""
    runs: list[list[int]] = []
    for at in kept:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(span for run in runs if (span := _piece(parsed, run)) is not None)


def _piece(parsed: ParsedDocument, run: list[int]) -> Span | None:
    tokens = parsed.tokens
    first, last = run[0], run[-1]
    while first <= last and _is_loose_first(tokens[first]):
        first += 1
    if first < last and tokens[first].text.isdigit() and tokens[first + 1].text == ")":
        first += 2  # "2) It pays no taxes"
    inside = frozenset(run)
    while first <= last and (_is_loose_last(tokens[last]) or _is_left_open(tokens[last], inside)):
        last -= 1
    if not any(is_word(token) for token in tokens[first : last + 1]):
        return None
    last = _closed(parsed, first, last)
    while first < last and _is_single(tokens[first : last + 1], tokens[first].text):
        first += 1
    while first < last and _is_single(tokens[first : last + 1], tokens[last].text):
        last -= 1
    return parsed.span(first, last + 1)


def _is_single(piece: tuple[Token, ...], mark: str) -> bool:
    """Is the mark one half of a pair whose other half is elsewhere?"""
    other = _PAIRS.get(mark) or _OPENINGS.get(mark)
    if mark == '"':
        return sum(token.text == mark for token in piece) % 2 == 1
    return other is not None and mark not in ("’", "‘") and all(token.text != other for token in piece)


def _is_loose_first(token: Token) -> bool:
    if token.dep == "cc" or (token.dep == "mark" and token.lower in words("loose_mark")):
        return True
    return (
        not is_word(token)
        and token.text[0] not in _KEPT_BEFORE
        and token.text not in ("'s", "’s", "(", "“", '"', "‘")
    )


def _is_loose_last(token: Token) -> bool:
    if token.dep == "cc":
        return True
    return (
        not is_word(token)
        and token.text[0] not in _KEPT_AFTER
        and token.text not in (")", "”", '"', "'s", "’s", "’", "'")
    )


def _is_left_open(token: Token, inside: frozenset[int]) -> bool:
    """``in which``, ``wherein``, ``that``: is what the word leads to in another clause?"""
    if token.tag in ("WDT", "WP", "WRB", "TO") or token.dep == "mark":
        return True
    return token.pos == "ADP" and bool(token.children) and not inside.issuperset(token.children)


def _closed(parsed: ParsedDocument, first: int, last: int) -> int:
    """The last token, moved on where what opens in the piece closes just after it."""
    text = [parsed.tokens[at].text for at in range(first, last + 1)]
    end = parsed.sentence_of(last).end
    for opening, closing in _PAIRS.items():
        if (
            text.count(opening) > text.count(closing)
            and last + 1 < end
            and parsed.tokens[last + 1].text == closing
        ):
            return last + 1
    return last
