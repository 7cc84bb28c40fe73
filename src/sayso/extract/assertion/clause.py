"""Where the clauses of a sentence begin and end: the grain of own statements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Sentence, Token

Kind = Literal["main", "coordinate", "contrast", "circumstance", "relative", "embedded", "verbless"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_CLAUSAL = frozenset({"VERB", "AUX"})
_DEMONSTRATIVE = frozenset({"this", "these"})
_OPENING_MARKS = frozenset({",", "(", "—", "–", "-", ";"})


@dataclass(frozen=True)
class Clause:
    """A clause by its head's token and all its tokens, in order of text.

    ``kind`` is how it hangs in its sentence. Tokens of ``relative`` and ``embedded`` clauses may
    belong to the clause around them too.
    """

    head: int
    kind: Kind
    tokens: tuple[int, ...] = field(default=())


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


def clauses(parsed: ParsedDocument, sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence, in order of their heads; those that only restate are not told apart."""
    kinds: dict[int, Kind] = {}
    for at in range(sentence.start, sentence.end):
        kind = _kind(parsed, at)
        if kind:
            kinds[at] = kind
    for head, kind in kinds.items():
        inside = set(parsed.subtree(head))
        for other, its in kinds.items():
            if other != head and other in inside and its != "embedded":
                inside -= set(parsed.subtree(other))
        inside |= set(_borrowed(parsed, head, kind))
        yield Clause(head, kind, tuple(sorted(inside)))


def _kind(parsed: ParsedDocument, at: int) -> Kind | None:
    """How the clause headed by a token hangs in its sentence; null where it heads none of its own."""
    token = parsed.tokens[at]
    if token.head == at:
        return "main" if token.pos in _CLAUSAL else "verbless"
    subject = subject_of(parsed, at)
    if token.dep in ("pcomp", "advcl"):
        return _adverbial(parsed, token, subject)
    if token.pos not in _CLAUSAL:
        return None
    if token.dep == "relcl":
        return "relative" if _adds(parsed, token) else None
    if subject is None:
        return None
    if token.dep in ("conj", "parataxis"):
        return "coordinate" if is_finite(parsed, at) and not _relativised(parsed, at) else None
    if token.dep == "ccomp":
        return _complement(parsed, token)
    if token.dep == "acl" and token.tag == "VBG":
        return "embedded"
    return None


def _relativised(parsed: ParsedDocument, at: int) -> bool:
    """Is the subject a relative pronoun, so that the clause leans on another's noun?"""
    subject = subject_of(parsed, at)
    return subject is not None and parsed.tokens[subject].tag in ("WDT", "WP")


def _mark(parsed: ParsedDocument, token: Token) -> str:
    mark = parsed.child(token.i, "mark")
    return parsed.tokens[mark].lower if mark is not None else ""


def _adverbial(parsed: ParsedDocument, token: Token, subject: int | None) -> Kind | None:
    if token.dep == "pcomp":
        if subject is not None and token.tag == "VBG":
            return "embedded"
        opener = parsed.tokens[token.head]
        told = opener.lower in words("circumstance") and parsed.child(token.i, "dobj") is not None
        return "circumstance" if told else None
    if subject is None or not is_finite(parsed, token.i):
        return None
    return "contrast" if _mark(parsed, token) in words("contrast") else None


def _complement(parsed: ParsedDocument, token: Token) -> Kind | None:
    """A run-on sentence, which grammar takes for a complement, or what a factive verb takes for granted."""
    above = parsed.tokens[token.head]
    mark = _mark(parsed, token)
    if above.lemma in words("factive") and mark in ("that", "") and is_finite(parsed, token.i):
        return "embedded"
    if token.tag == "VBG" and above.lemma in words("perception"):
        return "embedded"
    between = range(token.right, subject_of(parsed, above.i) or above.i)
    apart = any(parsed.tokens[at].lower in words("run_on") for at in between)
    if not mark and apart and is_finite(parsed, token.i):
        return "coordinate"
    return None


def _adds(parsed: ParsedDocument, token: Token) -> bool:
    """Does a relative clause assert something new rather than say which one is meant?"""
    tokens = parsed.tokens
    if subject_of(parsed, token.i) is None or not is_finite(parsed, token.i) or token.left == 0:
        return False
    before = tokens[token.left - 1].text
    noun = tokens[token.head]
    pointed = any(tokens[at].lower in _DEMONSTRATIVE for at in noun.children)
    return before in _OPENING_MARKS or pointed


def _borrowed(parsed: ParsedDocument, head: int, kind: Kind) -> range:
    """The noun a relative clause is about, or the subject a circumstance shares."""
    token = parsed.tokens[head]
    if kind == "relative":
        noun = parsed.tokens[token.head]
        return range(noun.left, max(noun.i + 1, token.left))
    if kind == "circumstance":
        opener = parsed.tokens[token.head]
        subject = subject_of(parsed, opener.head)
        if subject is not None and parsed.tokens[subject].right - parsed.tokens[subject].left <= 6:
            reach = parsed.tokens[subject]
            return range(reach.left, reach.right)
        return range(opener.i, opener.i + 1)
    return range(0)
