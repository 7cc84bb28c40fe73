"""Which statements look ahead: what is said to depend on something, to be possible, or to come."""

import re

from sayso.lexicons import lexicon
from sayso.records import Statement


def _any_of(name: str) -> str:
    return "|".join(re.escape(words) for words in lexicon("outlook")[name])


_FORETOLD = re.compile(rf"(?:(?P<before>\w+) )?\b(?:{_any_of('foretold')}) (?!ever\b)\w")
_POSSIBLE = re.compile(rf"\b(?:{_any_of('possible')}) (?!(?:\w+ly )?(?:{_any_of('otherwise')})\b)\w")


def looks_ahead(statement: Statement) -> bool:
    """Is it hypothetical, a hedged "may" or "could" of what has not been, or a forecast?"""
    if statement.modality == "hypothetical" or statement.polarity == "questions":
        return statement.modality == "hypothetical"
    words = " ".join(statement.text.split())
    if statement.modality == "hedged" and _POSSIBLE.search(words):
        return True
    nouns = lexicon("outlook")["nouns"]
    return any((match["before"] or "").lower() not in nouns for match in _FORETOLD.finditer(words))
