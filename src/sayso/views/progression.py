"""Figures that a statement moves on to: "made 80, increasing in a week to 960", "first 12, later 45"."""

import re
from collections.abc import Sequence

from sayso.lexicons import lexicon
from sayso.records import Quantity

#: How far apart two such figures are at most.
REACH = 70
_MOVING, _LATER = ("|".join(lexicon("changes")[name]) for name in ("moving", "later"))
#: What may stand before the word of change, which has no subject of its own but "a number that".
_LEAD = (
    r"(?:[^.;\d]{0,40}?(?:[,–—(-]\s*|\s(?:and|but|before|only)\s+))?\s*"
    r"(?:(?:a|an|the)\s+\w+\s+(?:that|which)\s+|which\s+)?"
    r"(?:(?:and|but|was|were|is|has|have|had|been|to|later|then|since|soon|\w+ly)\s+){0,3}"
)
_ON = re.compile(
    rf"{_LEAD}(?:{_MOVING})\b[^.;,\d]*\bto\b[^.;,\d]{{0,15}}"
    rf"|[^.;,\d]{{0,40}}(?:[,–—(-]|\b(?:and|but)\b)\W*(?:(?:and|but)\W+)?(?:{_LATER})\b[^.;\d]{{0,15}}",
    re.IGNORECASE,
)


def moved_on(text: str, quantities: Sequence[Quantity], first: Quantity) -> list[Quantity]:
    """The figure and those of its statement that the text moves on to from it, in order."""
    found = [first]
    for after in sorted(quantities, key=lambda one: (one.start, one.end)):
        if after.statement == first.statement and _follows(text, found[-1], after):
            found.append(after)
    return found


def _follows(text: str, one: Quantity, after: Quantity) -> bool:
    if not one.statement or not 0 < after.start - one.end <= REACH:
        return False
    alike = not one.unit or not after.unit or one.unit == after.unit
    return alike and bool(_ON.fullmatch(text, one.end, after.start))
