"""How to call a source nobody could name: its own words, cut down to the noun phrase."""

from sayso.parse import ParsedDocument, Token
from sayso.records import Span

#: What is said beside the noun rather than to tell which one is meant.
_BESIDE = frozenset({"relcl", "appos", "parataxis", "advcl", "ccomp", "cc:preconj", "mark", "intj"})
_FOCUS = frozenset(
    {"even", "only", "just", "also", "clearly", "again", "still", "then", "now", "perhaps", "and", "but"}
)
_PAUSES = frozenset({",", ";", ":", "-", "–", "—", "(", "--"})
_CLOSING = frozenset({'"', "''", "”", "’", "»", ")", "'"})
#: Restrictive participles are kept in a name up to this many characters.
LONGEST = 60


def description(parsed: ParsedDocument, index: int, within: Span | None = None) -> str:
    """The noun phrase of a token without relative clauses, appositions and words of focus, single-spaced."""
    found = _phrase(parsed, index, _BESIDE)
    if parsed.tokens[found[-1]].end - parsed.tokens[found[0]].start > LONGEST:
        found = _phrase(parsed, index, _BESIDE | {"acl"})
    if within is not None:
        found = [at for at in found if within.start <= parsed.tokens[at].start < within.end]
    while len(found) > 1 and parsed.tokens[found[0]].lower in _FOCUS:
        found = found[1:]
    while len(found) > 1 and _hangs(parsed.tokens[found[-1]]):
        found = found[:-1]
    return " ".join(_joined(parsed, found).split())


def _phrase(parsed: ParsedDocument, index: int, without: frozenset[str]) -> list[int]:
    """A token and what depends on it, up to the first pause behind which something is left out."""
    found, waiting = [index], [index]
    while waiting:
        for at in parsed.tokens[waiting.pop()].children:
            token = parsed.tokens[at]
            if token.dep in without or (token.dep == "acl" and _is_paused(parsed, token)):
                continue
            found.append(at)
            waiting.append(at)
    found.sort()
    unbroken = [index]
    for step in (-1, 1):
        at = index + step
        while at in found:
            unbroken.append(at)
            at += step
    return sorted(unbroken)


def _hangs(token: Token) -> bool:
    """Is it a stop, link or preposition that the phrase was cut off behind?"""
    stop = token.pos == "PUNCT" and token.text not in _CLOSING
    return stop or token.pos in ("SPACE", "CCONJ", "ADP")


def _is_paused(parsed: ParsedDocument, token: Token) -> bool:
    """Does a pause set the clause of a token off?"""
    return token.left > 0 and parsed.tokens[token.left - 1].text in _PAUSES


def _joined(parsed: ParsedDocument, found: list[int]) -> str:
    return parsed.words(parsed.span(found[0], found[-1] + 1))
