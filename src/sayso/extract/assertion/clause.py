"""Where the clauses of a sentence begin and end: the grain of own statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.extract.assertion.grammar import (
    CLAUSAL,
    is_finite,
    is_order,
    mark_of,
    noun_before,
    subject_of,
    words,
)
from sayso.extract.assertion.run_on import is_run_on, is_spliced
from sayso.parse import ParsedDocument, Sentence, Token

Kind = Literal[
    "main",
    "coordinate",
    "gapped",
    "contrast",
    "circumstance",
    "absolute",
    "relative",
    "embedded",
    "rough",
    "verbless",
]

_POINTING = frozenset({"this", "these"})
_OPENING = frozenset({",", "(", "—", "–", "-", ";"})
_LONGEST_BORROWED = 8


@dataclass(frozen=True)
class Clause:
    """A clause by its head's token and all its tokens, in order of text.

    ``kind`` is how it hangs in its sentence. Tokens of ``relative``, ``gapped`` and ``embedded``
    clauses may belong to the clause around them too.
    """

    head: int
    kind: Kind
    tokens: tuple[int, ...]


def clauses(parsed: ParsedDocument, sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence, in order of their heads."""
    kinds: dict[int, Kind] = {}
    for at in range(sentence.start, sentence.end):
        kind = _kind(parsed, sentence, at)
        if kind:
            kinds[at] = kind
    reaches = {head: frozenset(_reach(parsed, head, kind)) for head, kind in kinds.items()}
    for head, kind in kinds.items():
        inside = set(reaches[head])
        for other, its in kinds.items():
            if other != head and other in inside and its != "embedded":
                inside -= reaches[other]
        inside |= set(_borrowed(parsed, sentence, head, kind))
        yield Clause(head, kind, tuple(sorted(inside)))


def _kind(parsed: ParsedDocument, sentence: Sentence, at: int) -> Kind | None:
    """How the clause headed by a token hangs in its sentence; null where it heads none of its own."""
    token = parsed.tokens[at]
    if token.head == at:
        return "main" if token.pos in CLAUSAL else "verbless"
    subject = subject_of(parsed, at)
    if token.dep == "pcomp":
        return _after_preposition(parsed, token, subject)
    if token.dep == "conj" and token.pos == "PROPN":
        return "gapped" if _is_gapped(parsed, token) else None
    if token.pos not in CLAUSAL:
        return None
    if is_run_on(parsed, token):
        return "coordinate"
    if token.dep == "relcl":
        return "relative" if _adds(parsed, token) else None
    if token.dep == "advcl":
        return _adverbial(parsed, token, subject)
    if token.dep == "ccomp" and (kind := _complement(parsed, token)):
        return kind
    if token.dep == "acl":
        return "embedded" if _reports(parsed, token) else None
    if token.dep in ("conj", "parataxis") and subject is not None:
        leans = parsed.tokens[subject].tag in ("WDT", "WP")
        return "coordinate" if is_finite(parsed, at) and not leans else None
    return _rough(parsed, sentence, token)


def _after_preposition(parsed: ParsedDocument, token: Token, subject: int | None) -> Kind | None:
    """``After closing the mine, ...``; ``the news of Norland selling arms``."""
    opener = parsed.tokens[token.head]
    if subject is not None and token.tag == "VBG":
        if opener.lower != "with":
            return "embedded"
        figures = any(one.tag == "CD" for one in parsed.tokens[token.left : token.right])
        return "absolute" if figures else None
    apart = opener.i == parsed.sentence_of(opener.i).start or parsed.tokens[opener.i - 1].text in _OPENING
    told = opener.lower in words("circumstance") and parsed.child(token.i, "dobj") is not None
    return "circumstance" if told and apart else None


def _is_gapped(parsed: ParsedDocument, token: Token) -> bool:
    """``A visited it in 1997, and B in 2009``: a second subject that leaves the verb out."""
    above = parsed.tokens[token.head]
    if above.pos != "VERB" or token.left <= above.i or subject_of(parsed, above.i) is None:
        return False
    return bool(_after_gap(parsed, token)) or parsed.child(token.i, "prep", "npadvmod") is not None


def _after_gap(parsed: ParsedDocument, token: Token) -> list[int]:
    """What follows a second subject and hangs on the verb it shares."""
    below = [parsed.tokens[at] for at in parsed.tokens[token.head].children if at > token.i]
    return [i for one in below if one.dep in ("prep", "npadvmod") for i in parsed.subtree(one.i)]


def _adverbial(parsed: ParsedDocument, token: Token, subject: int | None) -> Kind | None:
    mark = mark_of(parsed, token)
    if not mark and is_order(parsed, token.i) and token.left == parsed.sentence_of(token.i).start:
        return "coordinate"
    if subject is None or not is_finite(parsed, token.i):
        return None
    return "contrast" if mark in words("contrast") else None


def _complement(parsed: ParsedDocument, token: Token) -> Kind | None:
    """A run-on sentence, which grammar takes for a complement, or what a factive verb takes for granted."""
    above = parsed.tokens[token.head]
    mark = mark_of(parsed, token)
    if above.lemma in words("factive") and mark in ("that", "") and is_finite(parsed, token.i):
        if _as_far_as(parsed, above) is not None:
            return "coordinate"
        if mark_of(parsed, above) not in ("as", "if", "unless"):
            return "embedded"
    if token.tag == "VBG" and above.lemma in words("perception"):
        return "embedded"
    if mark:
        return None
    if is_spliced(parsed, token):
        return "coordinate"
    if token.i > above.i:
        object_first = any(
            parsed.tokens[at].dep == "dobj" and at < token.left for at in parsed.tokens[above.i].children
        )
        run_on = object_first and subject_of(parsed, token.i) is not None and is_finite(parsed, token.i)
        return "coordinate" if run_on and above.lemma not in words("telling") else None
    between = range(token.right, subject_of(parsed, above.i) or above.i)
    return "coordinate" if any(parsed.tokens[at].lower in words("run_on") for at in between) else None


def _adds(parsed: ParsedDocument, token: Token) -> bool:
    """Does a relative clause assert something new rather than say which one is meant?"""
    tokens = parsed.tokens
    if subject_of(parsed, token.i) is None or not is_finite(parsed, token.i) or token.left == 0:
        return False
    pointed = any(tokens[at].lower in _POINTING for at in tokens[token.head].children)
    return tokens[token.left - 1].text in _OPENING or pointed


def _reports(parsed: ParsedDocument, token: Token) -> bool:
    """``news of Norland selling arms``: a participle with its doer before it, after "of" or "about"."""
    before = parsed.tokens[token.i - 1] if token.i else token
    if token.tag != "VBG" or before.pos not in ("NOUN", "PROPN"):
        return False
    doer = before
    while doer.dep == "compound":
        doer = parsed.tokens[doer.head]
    opener = parsed.tokens[doer.head]
    told = parsed.child(token.i, "dobj") is not None or is_order(parsed, opener.head)
    return doer.dep == "pobj" and opener.lower in ("of", "about") and told


def _rough(parsed: ParsedDocument, sentence: Sentence, token: Token) -> Kind | None:
    """A past tense right after a noun that grammar found no subject for, in a comment without commas."""
    if parsed.segments[sentence.segment].kind != "comment" or token.tag != "VBD":
        return None
    bare = subject_of(parsed, token.i) is None and parsed.child(token.i, "dobj") is not None
    before = noun_before(parsed, token.i, sentence.start)
    return "rough" if bare and before and token.dep in ("ccomp", "dep", "advcl") else None


def _reach(parsed: ParsedDocument, head: int, kind: Kind) -> list[int]:
    """All that goes with a clause rather than with the one around it."""
    token = parsed.tokens[head]
    if kind in ("circumstance", "absolute"):
        return [token.head, *parsed.subtree(head)]
    if kind == "gapped":
        return [*parsed.subtree(head), *_after_gap(parsed, token)]
    far = _as_far_as(parsed, parsed.tokens[token.head]) if kind == "coordinate" else None
    return parsed.subtree(head if far is None else far)


def _as_far_as(parsed: ParsedDocument, verb: Token) -> int | None:
    """The token of "far" in "as far as I know"."""
    above = parsed.tokens[verb.head]
    return above.i if mark_of(parsed, verb) == "as" and above.lower == "far" else None


def _borrowed(parsed: ParsedDocument, sentence: Sentence, head: int, kind: Kind) -> list[int]:
    """What a clause leans on and cannot be read without: a noun, a subject, a verb."""
    token = parsed.tokens[head]
    above = parsed.tokens[token.head]
    if kind == "relative":
        return list(range(above.left, max(above.i + 1, token.left)))
    if kind == "rough":
        return list(noun_before(parsed, head, sentence.start))
    if kind == "embedded" and token.dep == "acl":
        return list(noun_before(parsed, head, sentence.start))
    if kind == "gapped":
        thing = parsed.child(above.i, "dobj", "attr")
        return [above.i, *(parsed.subtree(thing) if thing is not None and thing < head else ())]
    if kind == "circumstance":
        subject = subject_of(parsed, above.head)
        if subject is not None:
            reach = parsed.subtree(subject)
            return reach if len(reach) <= _LONGEST_BORROWED else []
    return []
