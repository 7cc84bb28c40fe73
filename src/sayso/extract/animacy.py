"""Whether what a noun names can say anything: persons, bodies and texts can, acts and qualities cannot."""

from functools import cache
from typing import Literal

from sayso.lexicons import lexicon
from sayso.parse import Token

Speaker = Literal["person", "body", "text", "mute"]
_KINDS: tuple[tuple[str, Speaker], ...] = (
    ("persons", "person"),
    ("bodies", "body"),
    ("texts", "text"),
    ("mute", "mute"),
)
#: What the recogniser calls names of those who can say something.
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: An ending needs this many letters before it to be one ("order" is no person).
_STEM = 3


@cache
def _words() -> dict[str, Speaker]:
    known: dict[str, Speaker] = {}
    for name, kind in _KINDS:
        for word in lexicon("speech")[name]["words"]:
            known.setdefault(word, kind)
    return known


@cache
def speaker_kind(lemma: str) -> Speaker | None:
    """What kind of speaker a common noun names ("mute": none at all), null where nothing tells."""
    word = lemma.lower()
    if word in _words():
        return _words()[word]
    for name, kind in (_KINDS[3], _KINDS[0]):
        if any(
            word.endswith(ending) and len(word) >= len(ending) + _STEM
            for ending in lexicon("speech")[name]["endings"]
        ):
            return kind
    return None


def is_speaker(token: Token) -> bool:
    """Is it a name, or a noun for somebody or something that can say anything?"""
    named = token.pos == "PROPN" or token.entity in NAMES
    return named or speaker_kind(token.lemma) not in (None, "mute")
