"""How much a stretch of text looks like something one could check: a visible sum of reasons."""

import math
from collections.abc import Iterable

import numpy as np

from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Token

_PAST = frozenset({"VBD", "VBN"})
_COMPARATIVE = frozenset({"JJR", "JJS", "RBR", "RBS"})
_MODAL = frozenset({"MD"})
_FIRST = frozenset({"i", "my", "me", "myself", "mine"})
_WE = frozenset({"we", "our", "us", "ours", "let"})
_SECOND = frozenset({"you", "your", "yours"})
_FIGURES = frozenset({"PERCENT", "MONEY", "QUANTITY"})
_TIMES = frozenset({"DATE", "TIME"})
_NAMES = frozenset({"NNP", "NNPS"})


def reasons(parsed: ParsedDocument, at: Iterable[int]) -> dict[str, float]:
    """What speaks for or against checking these tokens: reasons by name, each 0 to 1 or a small count."""
    tokens = [parsed.tokens[i] for i in at]
    lowers = {token.lower for token in tokens}
    tags = {token.tag for token in tokens}
    length = sum(token.text[0].isalnum() for token in tokens)
    return {
        "figure": min(2.0, sum(token.tag == "CD" for token in tokens)),
        "measure": float(any(token.entity in _FIGURES for token in tokens)),
        "date": float(any(token.entity in _TIMES for token in tokens)),
        "names": min(3.0, _names(tokens)),
        "past": float(bool(tags & _PAST)),
        "perfect": float(_perfect(tokens)),
        "comparative": float(bool(tags & _COMPARATIVE)),
        "modal": float(bool(tags & _MODAL)),
        "speaker": float(bool(lowers & _FIRST)),
        "we": float(bool(lowers & _WE)),
        "hearer": float(bool(lowers & _SECOND)),
        "opinion": float(bool(lowers & _listed("opinion"))),
        "question": float("?" in lowers),
        "amount": float(bool(lowers & _listed("amount"))),
        "change": float(any(token.lemma in _listed("change") for token in tokens)),
        "deed": float(any(token.lemma in _listed("deed") for token in tokens)),
        "length": min(3.0, length / 10),
        "short": float(length < 5),
    }


def worth(parsed: ParsedDocument, at: Iterable[int]) -> float:
    """The likelihood, 0 to 1, that people who check claims would check these tokens."""
    at = tuple(at)
    if parsed.marks and at:
        odds, counts = parsed.marks.worth[list(at)].T
        weights = np.exp(counts - counts.max())
        return 1 / (1 + math.exp(-float((odds * weights).sum() / weights.sum())))
    known: dict[str, float] = lexicon("worth")["weights"]
    found = reasons(parsed, at)
    total = known["base"] + sum(known[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def _names(tokens: list[Token]) -> float:
    """How many names there are, by their capitals rather than by who or what they name, so that no
    side's names count for more than the other's."""
    following = zip([None, *tokens], tokens, strict=False)
    return float(
        sum(one.tag in _NAMES and (last is None or last.tag not in _NAMES) for last, one in following)
    )


def _perfect(tokens: list[Token]) -> bool:
    return any(token.lemma == "have" and token.dep == "aux" for token in tokens)


def _listed(name: str) -> frozenset[str]:
    return frozenset(lexicon("worth")[name])
