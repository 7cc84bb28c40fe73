"""Coordinated phrases that each carry a claim of their own are read with what they share."""

from collections.abc import Iterator

from sayso.extract.assertion.grammar import SUBJECTS, is_word
from sayso.parse import ParsedDocument

_HEAVY = 5
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})


def distributed(parsed: ParsedDocument, head: int, clause: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The clause once for each heavy member: "home to the first mill (1891) and one of its earliest
    unions (1899)" gives two; a clause without such members as it is."""
    second = _second_predicate(parsed, head, clause)
    if second:
        yield from second
        return
    members = _subjects(parsed, head, clause) or _dated(parsed, clause)
    if not members:
        yield clause
        return
    for member in members:
        others = {at for other in members if other is not member for at in other}
        yield tuple(at for at in clause if at not in others)


def _second_predicate(parsed: ParsedDocument, head: int, clause: tuple[int, ...]) -> list[tuple[int, ...]]:
    """``recognised it in 1960 and opened an embassy in 1962``: each predicate with its own figure."""
    inside = set(clause)
    subject = parsed.child(head, *SUBJECTS)
    if subject is None:
        return []
    shared = [at for at in parsed.subtree(subject) if at in inside]
    for at in parsed.tokens[head].children:
        if parsed.tokens[at].dep != "conj" or parsed.tokens[at].pos != "VERB" or at not in inside:
            continue
        below = [i for i in parsed.subtree(at) if i in inside]
        first = tuple(i for i in clause if i not in below)
        rest = tuple(i for i in first if i not in shared)
        if _has_figure(parsed, tuple(below)) and _has_figure(parsed, rest):
            return [first, tuple(sorted({*shared, *below}))]
    return []


def _subjects(parsed: ParsedDocument, head: int, clause: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Two long subjects with a comma between them."""
    inside = set(clause)
    tokens = parsed.tokens
    tops = [at for at in tokens[head].children if tokens[at].dep in ("nsubj", "nsubjpass") and at in inside]
    if len(tops) != 2:
        return []
    first, second = (tuple(at for at in parsed.subtree(top) if at in inside) for top in tops)
    first = tuple(at for at in first if at < second[0])
    return [first, second] if _is_heavy(parsed, first) and _is_heavy(parsed, second) else []


def _dated(parsed: ParsedDocument, clause: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Two long coordinated nouns, each with a figure or a date of its own."""
    inside = set(clause)
    for at in clause:
        token = parsed.tokens[at]
        if token.dep != "conj" or token.pos not in _NOUNS:
            continue
        top = token.head
        while parsed.tokens[top].dep == "appos":
            top = parsed.tokens[top].head
        second = tuple(i for i in parsed.subtree(at) if i in inside)
        first = tuple(i for i in parsed.subtree(top) if i in inside and i < second[0])
        if all(_is_heavy(parsed, part) and _has_figure(parsed, part) for part in (first, second)):
            return [first, second]
    return []


def _is_heavy(parsed: ParsedDocument, part: tuple[int, ...]) -> bool:
    return sum(is_word(parsed.tokens[at]) for at in part) >= _HEAVY


def _has_figure(parsed: ParsedDocument, part: tuple[int, ...]) -> bool:
    return any(parsed.tokens[at].tag == "CD" for at in part)
