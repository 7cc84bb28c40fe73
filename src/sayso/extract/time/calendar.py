"""Arithmetic on calendar values of any precision, written as TIMEX3 writes them.

``YYYY-MM-DD`` day, ``YYYY-Www`` week, ``YYYY-MM`` month, ``YYYY-Qn`` quarter, ``YYYY-SP`` season,
``YYYY`` year, ``YYY`` decade, ``YY`` century. Units are ``D W M Q SEASON Y DE CE``.
"""

import re
from datetime import date, timedelta

SEASONS = ("SP", "SU", "FA", "WI")
_COMMON_YEAR = "2001"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SHAPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "D"),
    (re.compile(r"\d{4}-W\d{2}"), "W"),
    (re.compile(r"\d{4}-\d{2}"), "M"),
    (re.compile(r"\d{4}-Q\d"), "Q"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI)"), "SEASON"),
    (re.compile(r"\d{4}"), "Y"),
    (re.compile(r"\d{3}"), "DE"),
    (re.compile(r"\d{2}"), "CE"),
)
#: How many years one step of a coarse unit is.
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}


def unit_of(value: str) -> str | None:
    """The precision of a value, null where it is none of the shapes above."""
    return next((unit for shape, unit in _SHAPES if shape.fullmatch(value)), None)


def day_of(value: str) -> date | None:
    """The date of a value of day precision; null for all others and for days that do not exist."""
    match = _DAY.match(value)
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def valid(year: int | None, month: int, day: int | None) -> bool:
    """Is there such a day (in a leap year, where the year is unknown)?"""
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return False
    return True


def as_week(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def week_bounds(value: str) -> tuple[date, date]:
    """Monday and Sunday of an ISO week."""
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return monday, monday + timedelta(days=6)


def season_of(month: int) -> str:
    """The northern season of a month (TIMEX3 letters)."""
    return SEASONS[(month - 3) % 12 // 3]


def coarsen(value: str, unit: str) -> str | None:
    """The value seen at a coarser (or its own) precision; null where it is not known so precisely."""
    own = unit_of(value)
    day = day_of(value)
    if own == unit:
        return value
    if own is None:
        return None
    if unit == "W":
        return as_week(day) if day else None
    if unit in ("M", "Q", "SEASON") and own in ("D", "M"):
        month = int(value[5:7])
        return {
            "M": value[:7],
            "Q": f"{value[:4]}-Q{(month + 2) // 3}",
            "SEASON": f"{value[:4]}-{season_of(month)}",
        }[unit]
    width = {"Y": 4, "DE": 3, "CE": 2}.get(unit, 9)
    return value[:width] if len(value) >= width else None


def shift(value: str, unit: str, steps: int) -> str | None:
    """The value ``steps`` units later (earlier where negative), at that unit's precision.

    Days of an unknown year (``XXXX-MM-DD``) can be counted as long as the year does not change.
    """
    if value.startswith("XXXX-"):
        moved = shift(_COMMON_YEAR + value[4:], unit, steps) if unit in ("D", "M") else None
        return f"XXXX{moved[4:]}" if moved and moved.startswith(_COMMON_YEAR) else None
    at = coarsen(value, unit)
    if at is None:
        return None
    try:
        return _shifted(at, unit, steps)
    except (ValueError, OverflowError):
        return None


def _shifted(at: str, unit: str, steps: int) -> str | None:
    if unit == "D":
        day = day_of(at)
        return (day + timedelta(days=steps)).isoformat() if day else None
    if unit == "W":
        return as_week(week_bounds(at)[0] + timedelta(weeks=steps))
    if unit in ("M", "Q"):
        size = 12 if unit == "M" else 4
        count = int(at[:4]) * size + int(at[5:].lstrip("Q")) - 1 + steps
        year, rest = divmod(count, size)
        return _in_range(year, f"{year:04}-{rest + 1:02}" if unit == "M" else f"{year:04}-Q{rest + 1}")
    if unit == "SEASON":
        year, rest = divmod(int(at[:4]) * 4 + SEASONS.index(at[5:]) + steps, 4)
        return _in_range(year, f"{year:04}-{SEASONS[rest]}")
    width = len(at)
    number = int(at) + steps
    return f"{number:0{width}}" if 0 < number < 10**width else None


def _in_range(year: int, value: str) -> str | None:
    return value if 0 < year < 10000 else None


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday (1 Monday to 7 Sunday): -1 the day itself or before, 1 it or after."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + timedelta(days=ahead if direction > 0 or ahead == 0 else ahead - 7)
