"""Names like "Old Town": what tells the place apart, and what the words beside it say of where it lies."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicons import lexicon

#: "Old Town of Foo", "Old Town in the Bar's Foo".
_WITHIN = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?(?:(?:[^\W\d_]\S*\s+){0,2}[^\W\d_]\S*['’]s?\s+)?", re.IGNORECASE
)
#: "Foo's Old Town", "Foo (Old Town)".
_HOLDING = re.compile(r"(?:['’]s?\s+|\s+\((?:the\s+)?)", re.IGNORECASE)
#: "Old Town (Foo", "Old Town (Bar, Foo".
_ADDED = re.compile(r"\s+\((?:in\s+)?(?:the\s+)?", re.IGNORECASE)
#: How far apart two names in one such phrase are at most.
REACH = 40


class Named(NamedTuple):
    """A name from ``start`` to ``end`` of a text, and what it is the name of."""

    start: int
    end: int
    thing: str


class Settlement(NamedTuple):
    """A name's own words ("old") and its word for a place where people live ("town")."""

    own: str
    kind: str


def settlement(name: str) -> Settlement | None:
    """The two parts of a name like "Old Town", null for any other name."""
    words = [word for word in re.findall(r"\w+", name.casefold()) if word != "the"]
    if len(words) < 2 or words[-1] not in lexicon("names")["heads"]["settlements"]:
        return None
    return Settlement(" ".join(words[:-1]), words[-1])


def located(text: str, places: Sequence[Named]) -> Iterator[tuple[str, str]]:
    """Each place called like "Old Town" with one that the text says it lies in: both things, inner first."""
    for inner in (place for place in places if settlement(text[place.start : place.end])):
        for outer in places:
            if inner.thing != outer.thing and lies_in(text, inner, outer):
                yield inner.thing, outer.thing


def lies_in(text: str, inner: Named, outer: Named) -> bool:
    """Do the words between the two names say that the inner place is in the outer one?"""
    if 0 <= outer.start - inner.end <= REACH:
        between = text[inner.end : outer.start]
        return bool(_WITHIN.fullmatch(between) or _ADDED.fullmatch(between))
    return 0 <= inner.start - outer.end <= REACH and bool(_HOLDING.fullmatch(text[outer.end : inner.start]))
