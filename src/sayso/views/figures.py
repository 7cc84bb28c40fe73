"""Quantities for readers, with their doubt and never more digits than the text has."""

from decimal import Decimal

from sayso.records import Quantity

PREFIX = {"=": "", "~": "about ", "<": "less than ", ">": "more than ", "<=": "at most ", ">=": "at least "}
MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


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
    """A quantity in words: "about 16,000 people", "more than 20 percent", "10 to 15 km"."""
    unit = f" {quantity.unit}" if quantity.unit else ""
    if quantity.relation == "range" and quantity.low is not None and quantity.high is not None:
        return f"{number_words(quantity.low)} to {number_words(quantity.high)}{unit}"
    central = next((v for v in (quantity.value, quantity.low, quantity.high) if v is not None), None)
    if central is None:
        return quantity.text
    return f"{PREFIX.get(quantity.relation, '')}{number_words(central)}{unit}"


def reach(quantity: Quantity) -> tuple[float, float, float] | None:
    """Least, central and greatest value for a plot; an open bound ends at the figure itself."""
    known = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    if not known:
        return None
    central = quantity.value if quantity.value is not None else known[0]
    return min(known), central, max(known)
