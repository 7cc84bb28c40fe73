"""Names and figures by kind: the tags of their words, and the runs of words they make."""

from typing import NamedTuple

from sayso.models.grammar import Numbers

#: What a name or a figure may be, in the terms of OntoNotes.
TYPES = (
    "CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP", "ORDINAL", "ORG",
    "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART",
)  # fmt: skip
#: The number of tags: 0 outside, then for each type its first word and its further words.
TAGGED = 1 + 2 * len(TYPES)


def tag(kind: str, begins: bool) -> int:
    """The tag of a word of a name."""
    return 1 + 2 * TYPES.index(kind) + (not begins)


class Name(NamedTuple):
    """Words ``start`` to ``end`` (excluded) that name or count something, and its type."""

    start: int
    end: int
    kind: str


def names(tags: Numbers) -> list[Name]:
    """(words,) tags to names in order. A further word goes on with the name before it whatever type it is
    taken for by itself; the name is what most of its words are taken for, else what the first of them is."""
    found: list[list[int]] = []
    inside = False
    for at, number in enumerate(tags.tolist()):
        if number and inside and number % 2 == 0:
            found[-1].append(at)
        elif number:
            found.append([at])
        inside = bool(number)
    return [
        Name(words[0], words[-1] + 1, _commonest([(int(tags[at]) - 1) // 2 for at in words]))
        for words in found
    ]


def _commonest(kinds: list[int]) -> str:
    return TYPES[max(kinds, key=kinds.count)]
