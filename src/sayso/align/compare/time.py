"""Times as EDTF strings: which stretch of years they cover, whether two can be one time."""

import re
from math import inf

_YEAR = re.compile(r"^(-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\d{1}XXX)")
_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def reach(edtf: str | None) -> tuple[float, float] | None:
    """First and last moment, in years with fractions, that the value covers; null where it says nothing."""
    if not edtf:
        return None
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        start, end = reach(first.strip()), reach(last.strip())
        if not start and not end:
            return None
        return (start[0] if start else -inf, end[1] if end else inf)
    plain = edtf.strip("[]{}").rstrip("~?%").removeprefix("..")
    year = _YEAR.match(plain)
    if not year:
        return None
    digits = year.group(1)
    if "X" in digits:
        return float(digits.replace("X", "0")), float(digits.replace("X", "9")) + 1
    return _within_year(plain, float(digits))


def _within_year(plain: str, year: float) -> tuple[float, float]:
    date = _DATE.match(plain)
    month = int(date.group(2)) if date and date.group(2) else 0
    day = int(date.group(3)) if date and date.group(3) else 0
    if 1 <= month <= 12 and day:
        at = year + (month - 1) / 12 + (day - 1) / 372
        return at, at + 1 / 372
    if 1 <= month <= 12:
        return year + (month - 1) / 12, year + month / 12
    return year, year + 1


def may_coincide(a: str | None, b: str | None) -> bool:
    """Can both values be one time? Unknown times can."""
    one, other = reach(a), reach(b)
    return not one or not other or (one[0] < other[1] and other[0] < one[1])
