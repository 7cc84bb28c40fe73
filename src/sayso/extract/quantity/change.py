"""Rise and fall: is a figure the amount by which something changed?"""

from typing import Literal

from sayso.extract.quantity.atoms import Atoms, lower
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument

_LISTS = lexicon("changes")
_UP = frozenset(_LISTS["up"])
_DOWN = frozenset(_LISTS["down"])


def _direction(word: str) -> Literal["up", "down"] | None:
    return "up" if word in _UP else "down" if word in _DOWN else None


def change_of(
    parsed: ParsedDocument, atoms: Atoms, place: tuple[int, int], tokens: tuple[int, int]
) -> Literal["up", "down"] | None:
    """The direction of change BY the figure; ``place`` is the atoms of its bound (start, end), ``tokens``
    its own. A figure that is changed TO, or that a noun is made of ("a drop of 5%"), is none."""
    before = lower(atoms, place[0] - 1)
    if before in ("up", "down"):
        return _direction(before)
    if not place[0]:
        return None
    verb = parsed.tokens[atoms[place[0] - 1].token]
    if before == "by":
        verb = parsed.tokens[verb.head]
    if verb.pos not in ("VERB", "AUX", "ADV", "ADP") or verb.i >= tokens[0]:
        return None
    return _direction(verb.lemma.lower()) or _direction(verb.lower)
