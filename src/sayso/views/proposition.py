"""Which of several statements puts a question best: the one a heading is made of."""

import re

from sayso.lexicons import lexicon
from sayso.records import Segment, Statement

_FRAGMENT = re.compile(
    r"^(?:which|who|whom|whose|where|when|if|because|while|although|though)\b", re.IGNORECASE
)
_COMPLEMENT = re.compile(r"^(?:that|whether)\s+", re.IGNORECASE)
_POINTING = re.compile(
    r"^(?:this|these|those|such)\b|\b(?:this|it|these) (?:is|was|are|were)\b", re.IGNORECASE
)
_LEADING_ON = re.compile(
    r"^(?:second|third|secondly|thirdly|also|and|but|so|then|or|however)\b", re.IGNORECASE
)
_PRONOUNS = frozenset(
    word
    for person in ("first", "second", "masculine", "feminine", "neuter", "plural")
    for word in lexicon("pronouns")[person]
) - {"its", "their", "his", "her"}
#: A heading of fewer words says too little.
LEAST = 4


def heading_words(statement: Statement) -> str:
    """The statement's words as a heading, without the "that" which led to them."""
    return _COMPLEMENT.sub("", " ".join(statement.text.split()))


def unfitness(statement: Statement, segment: Segment | None, small: int) -> tuple[int | bool | str, ...]:
    """How little the statement serves as a heading; ``small`` names in it are written without a capital.

    Hostile ones serve least, then readers' comments, then fragments and words that need those before them.
    """
    words = heading_words(statement)
    first = words.split(maxsplit=1)[:1]
    return (
        bool(segment and segment.hostile),
        bool(segment and segment.kind == "comment"),
        " … " in words or bool(_FRAGMENT.match(words)) or len(words.split()) < LEAST,
        statement.polarity == "questions",
        small,
        bool(first) and first[0].strip("'’\"“”,").casefold() in _PRONOUNS,
        bool(_POINTING.search(words)) + bool(_LEADING_ON.match(words)),
        statement.text[:1].islower() and words == " ".join(statement.text.split()),
        len(words),
        statement.document,
        statement.id,
    )
