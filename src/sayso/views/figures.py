"""Quantities for readers, with their doubt and never more digits than the text has."""

import re
from decimal import Decimal

from sayso.records import Quantity

PREFIX = {"=": "", "~": "about ", "<": "less than ", ">": "more than ", "<=": "at most ", ">=": "at least "}
MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
#: One of these is written without the s.
SINGULAR = {
    f"{word}s": word for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
}
#: Fewer words than these ("it made") do not tell what is counted.
LEAST_WORDS = 3
#: What is counted is named among so many words; later ones say something of it.
_FIRST = 4
_VAGUE = re.compile(
    r"(?:many |several )?(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
    r"(?: of (?:hundreds|thousands|millions|billions|trillions))?(?P<counted> of \D+)?",
    re.IGNORECASE,
)


def number_words(value: float) -> str:
    """A number as printed: "16,000", "1.7 billion", "0.5"."""
    for size, name in MAGNITUDES:
        if abs(value) >= size and (value / size * 1000) == int(value / size * 1000):
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    exact = Decimal(repr(value)).normalize()
    return f"{exact:,f}"


def quantity_words(quantity: Quantity) -> str:
    """A quantity in words: "about 16,000 people", "10 to 15 km", "thousands of people"."""
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.relation == "range" and quantity.low is not None and quantity.high is not None:
        return f"{number_words(quantity.low)} to {number_words(quantity.high)}{unit}"
    said = " ".join(quantity.text.split()).lower()
    vague = _VAGUE.fullmatch(said) if quantity.value is None else None
    if vague:
        return f"{said} of {quantity.unit}" if quantity.unit and not vague["counted"] else said
    central = next((v for v in (quantity.value, quantity.low, quantity.high) if v is not None), None)
    if central is None:
        return quantity.text
    if central == 1 and unit.endswith("s") and quantity.unit in SINGULAR:
        unit = f" {SINGULAR[quantity.unit]}"
    return f"{PREFIX.get(quantity.relation, '')}{number_words(central)}{unit}"


def reach(quantity: Quantity) -> tuple[float, float, float] | None:
    """Least, central and greatest value for a plot; an open bound ends at the figure itself."""
    known = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    if not known:
        return None
    central = quantity.value if quantity.value is not None else known[0]
    return min(known), central, max(known)


def vagueness(of: str, unit: str | None) -> tuple[bool, bool]:
    """How little the words tell of what is counted: not its unit among the first of them, too few words."""
    first = " ".join(of.split()[:_FIRST]).casefold()
    return bool(unit) and (unit or "")[:4].casefold() not in first, len(of.split()) < LEAST_WORDS
