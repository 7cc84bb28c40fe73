"""Words that bound or blur a figure: "more than", "almost", "up to", "or so"."""

from dataclasses import dataclass

from sayso.extract.quantity.atoms import Atoms, glued, lower
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument
from sayso.records.figure import Relation

_LISTS = lexicon("bounds")
_TOPIC = frozenset(_LISTS["topic"]["words"])
_LONGEST = 6


def _phrases(side: str) -> dict[tuple[str, ...], Relation]:
    found: dict[tuple[str, ...], Relation] = {}
    for relation, phrases in _LISTS[side].items():
        for phrase in phrases:
            found[tuple(phrase.replace(".", " .").split())] = relation
    return found


_BEFORE = _phrases("before")
_AFTER = _phrases("after")


@dataclass(frozen=True)
class Bound:
    """What a phrase makes of a figure, the atoms it takes up, and its words in small letters."""

    relation: Relation
    start: int
    end: int
    words: str


def _is_topic(parsed: ParsedDocument, atoms: Atoms, at: int) -> bool:
    """Does "about" or "over" name a subject there ("an article about 30 villages")?"""
    token = parsed.tokens[atoms[at].token]
    for i in range(token.i - 1, max(token.i - 5, -1), -1):
        before = parsed.tokens[i]
        if before.pos not in ("NOUN", "PROPN", "ADP", "DET", "ADJ") or before.sentence != token.sentence:
            break
        if before.pos == "NOUN" and before.lemma.lower() in _TOPIC:
            return True
    if token.dep != "prep":
        return False
    head = parsed.tokens[token.head]
    return head.i < token.i and head.lemma.lower() in _TOPIC


def bound_before(parsed: ParsedDocument, atoms: Atoms, at: int) -> Bound | None:
    """The longest bounding phrase that ends before ``at``."""
    for width in range(min(_LONGEST, at), 0, -1):
        words = tuple(atom.lower for atom in atoms[at - width : at])
        relation = _BEFORE.get(words)
        if relation is None:
            continue
        if (
            words[-1] in ("about", "over", "around", "under")
            and width == 1
            and _is_topic(parsed, atoms, at - 1)
        ):
            return None
        return Bound(relation, at - width, at, " ".join(words))
    return None


def bound_after(atoms: Atoms, at: int) -> Bound | None:
    """The longest bounding phrase that begins at ``at``."""
    first = at + (lower(atoms, at) == "-" and glued(atoms, at))
    for width in range(_LONGEST, 0, -1):
        words = tuple(atom.lower for atom in atoms[first : first + width])
        if len(words) == width and (relation := _AFTER.get(words)) is not None:
            if words == ("+",) and not glued(atoms, first):
                return None
            if (
                words == ("plus",)
                and first == at
                and not glued(atoms, at)
                and lower(atoms, at + 1)[:1].isdigit()
            ):
                return None
            return Bound(relation, first, first + width, " ".join(words))
    return None
