"""A second reading of an event's code: learned weights of the words around it, beside the codebook's code."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import inf
from typing import cast

from sayso.extract.event.actor import noun_phrase
from sayso.extract.event.clause import Clause
from sayso.extract.event.codebook import codebook
from sayso.extract.event.coding import Coding, find_codings
from sayso.lexicons import table
from sayso.parse import ParsedDocument, Token
from sayso.records.figure import Plover

Weights = Mapping[str, Mapping[Plover, float]]

#: How strongly a kind of feature speaks; what is near the verb speaks louder.
_STRENGTH = {
    "bias": 1.0, "rule": 1.5, "verb": 1.0, "verb+rule": 0.5, "beside": 0.7, "under": 1.0, "over": 0.7,
    "over+rule": 1.0, "word": 0.5, "between": 0.7, "stem": 0.4, "how": 1.0, "order": 0.5,
}  # fmt: skip
_IDLE = frozenset({"PROPN", "DET", "PUNCT", "NUM", "SPACE", "SYM", "X"})
_STEM = 5
#: How much more the weights must think of another code before the codebook is overruled (log odds).
_MARGIN = 2.5


def weighed_codings(
    parsed: ParsedDocument, weights: Weights | None = None, supposed: bool = False
) -> Iterator[Coding]:
    """The events of a document, the codebook overruled where the weights clearly speak for another code;
    ``supposed`` as for ``find_codings``."""
    known = learned_weights() if weights is None else weights
    for coding in find_codings(parsed, supposed):
        code = reconsidered(coding.code, code_odds(features(parsed, coding, coding.code), known))
        yield coding if code == coding.code else replace(coding, code=cast(Plover, code))


def reconsidered(rule: str, odds: Mapping[Plover, float]) -> str:
    """The rule's code ("none" where there is none) unless another is clearly likelier."""
    if not odds:
        return rule
    best = max(sorted(odds), key=lambda code: odds[code])
    return best if odds[best] - odds.get(cast(Plover, rule), -inf) > _MARGIN else rule


def code_odds(found: Mapping[str, float], weights: Weights) -> dict[Plover, float]:
    """The log odds of every code that the weights know of."""
    odds: defaultdict[Plover, float] = defaultdict(float)
    for name, strength in found.items():
        for code, weight in weights.get(name, {}).items():
            odds[code] += strength * weight
    return dict(odds)


@cache
def learned_weights() -> Weights:
    """Feature -> code -> weight, as the lexicon has them."""
    found: defaultdict[str, dict[Plover, float]] = defaultdict(dict)
    for row in table("plover_weights"):
        found[row["feature"]][cast(Plover, row["code"])] = float(row["weight"])
    return dict(found)


def features(parsed: ParsedDocument, coding: Coding, rule: str) -> dict[str, float]:
    """What speaks for or against a code, by name, with its strength (0 to 1.5); ``rule`` is what the
    codebook says, "none" where it says nothing. No names: the sides of a quarrel weigh the same."""
    named = ["bias=", f"rule={rule}", *_words(parsed, coding)]
    if coding.nominal:
        named.append(f"how=noun {rule}")
    else:
        named += _clause(Clause(parsed, coding.head), rule)
    return {name: _STRENGTH[name.partition("=")[0]] for name in named}


def _clause(clause: Clause, rule: str) -> Iterator[str]:
    """The verb, what stands beside, under and over it, and how it is put."""
    parsed, book, lemma = clause.parsed, codebook(), clause.verb.lemma.lower()
    yield from (f"verb={lemma}", f"verb+rule={lemma} {rule}")
    for how in ("negated", "future", "necessary", "passive", "unreal"):
        if getattr(clause, how):
            yield f"how={how} {rule}"
    sentence = parsed.sentence_of(clause.head)
    plain = {one.lemma.lower() for one in parsed.tokens[sentence.start : sentence.end] if not _is_name(one)}
    yield from (f"beside={word}" for word in sorted(clause.company & plain))
    above = clause.complement_of
    if above is not None:
        yield f"under={above.lemma.lower()}"
    for child in clause.children:
        if child.dep in ("xcomp", "ccomp") and not _is_name(child):
            inner = book.code(child.lemma.lower(), Clause(parsed, child.i).company)
            yield f"over={child.lemma.lower()}"
            if inner:
                yield f"over+rule={rule} {inner}"


def _words(parsed: ParsedDocument, coding: Coding) -> Iterator[str]:
    """The words of the sentence that belong to neither party, those between the two once more."""
    sentence, ends = parsed.sentence_of(coding.head), (coding.who, coding.to)
    parties = [parsed.tokens_in(noun_phrase(parsed, at)) for at in ends if at is not None]
    edges = sorted((coding.head, *(at for at in ends if at is not None)))
    for token in parsed.tokens[sentence.start : sentence.end]:
        if _is_name(token) or any(token.i in party for party in parties):
            continue
        lemma = token.lemma.lower()
        yield f"word={lemma}"
        if edges[0] <= token.i <= edges[-1]:
            yield from (f"between={lemma}", f"stem={lemma[:_STEM]}")
    if coding.who is not None and coding.to is not None:
        yield f"order={coding.who < coding.to}"


def _is_name(token: Token) -> bool:
    """Is it part of a name, a nationality, or no word at all?"""
    named = token.entity in ("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC")
    return named or token.pos in _IDLE or not (token.text.isalpha() and token.text.islower())
