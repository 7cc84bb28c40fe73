"""Small questions about a predicate that every clause rule asks."""

from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLAUSAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"})


def words(name: str) -> frozenset[str]:
    """A list of ``clauses.toml``."""
    return frozenset(lexicon("clauses")[name])


def subject_of(parsed: ParsedDocument, head: int) -> int | None:
    """The token of a predicate's own subject."""
    return parsed.child(head, *SUBJECTS)


def is_finite(parsed: ParsedDocument, head: int) -> bool:
    """Has the predicate tense, by itself or by an auxiliary?"""
    tokens = parsed.tokens
    if tokens[head].tag in _FINITE:
        return True
    return any(
        tokens[at].dep in ("aux", "auxpass") and tokens[at].tag in _FINITE for at in tokens[head].children
    )


def is_order(parsed: ParsedDocument, head: int) -> bool:
    """Is the predicate a bare verb that nobody is the subject of, as in an order?"""
    token = parsed.tokens[head]
    helped = any(parsed.tokens[at].dep in ("aux", "auxpass") for at in token.children)
    return token.tag in ("VB", "VBP") and subject_of(parsed, head) is None and not helped


def mark_of(parsed: ParsedDocument, token: Token) -> str:
    """The subordinator of a clause, in lower case, or ""."""
    mark = parsed.child(token.i, "mark")
    return parsed.tokens[mark].lower if mark is not None else ""


def is_word(token: Token) -> bool:
    """Is the token more than punctuation?"""
    return token.text[0].isalnum()


def noun_before(parsed: ParsedDocument, at: int, start: int) -> range:
    """The unbroken run of nouns and their modifiers that ends just before a token."""
    first = at
    while first > start and parsed.tokens[first - 1].pos in _NOMINAL:
        first -= 1
    return range(first, at)
