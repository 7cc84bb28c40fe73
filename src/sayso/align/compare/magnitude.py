"""How far a figure reaches, and whether two can hold of one thing."""

from math import floor, inf, log10

from sayso.records import Quantity

#: Rounded figures agree within this share of each other, exact ones within the smaller.
ROUNDED, EXACT = 0.12, 0.02
#: Exact figures from here on may be rounded to two digits; bare ones below it are no sums of money.
THOUSAND = 1000
#: Figures of this size seldom come so near one another by chance.
LARGE = 1_000_000


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The lowest and highest figure the wording allows."""
    value = quantity.value
    low = quantity.low if quantity.low is not None else -inf
    high = quantity.high if quantity.high is not None else inf
    if quantity.relation == "range" or value is None:
        return low, high
    slack = max(abs(value) * (ROUNDED if quantity.relation == "~" else EXACT), _rounding(value))
    match quantity.relation:
        case ">" | ">=":
            return (low if low > -inf else value), inf
        case "<":
            # "almost 20": just under
            return value * (1 - ROUNDED), value
        case "<=":
            return 0.0, value
    return value - slack, value + slack


def _rounding(value: float) -> float:
    """Half a step of the second digit for large figures of two digits ("1.8 million"), else nothing."""
    if abs(value) < THOUSAND:
        return 0.0
    step = 10.0 ** (floor(log10(abs(value))) - 1)
    return 0.501 * step if abs(value / step - round(value / step)) < 1e-9 else 0.0


def exclude_each_other(a: Quantity, b: Quantity) -> bool:
    """Can both figures not hold of one thing?"""
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    if {a.relation, b.relation} == {"<", ">"}:
        return high_a <= low_b or high_b <= low_a
    return high_a < low_b or high_b < low_a


def agree(a: Quantity, b: Quantity) -> bool:
    """Do both put the thing at about the same figure, rather than merely allow it?"""
    if a.value is None or b.value is None or exclude_each_other(a, b):
        return False
    return abs(a.value - b.value) <= ROUNDED * max(abs(a.value), abs(b.value))


def far_apart(x: Quantity, y: Quantity, times: float) -> bool:
    """Does one exceed the other so many times?"""
    return bool(x.value and y.value) and not 1 / times < (x.value or 1) / (y.value or 1) < times


def very_near(x: Quantity, y: Quantity) -> bool:
    """Large sums or counts that differ by next to nothing."""
    return bool(x.value and y.value and min(x.value, y.value) >= LARGE and 0.97 < x.value / y.value < 1.03)
