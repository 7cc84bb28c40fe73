"""EDTF times for readers: in words, and in order."""

import calendar
from functools import cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
Day = tuple[int, int, int]


@cache
def _one(part: str) -> tuple[Day, Day] | None:
    """First and last day of a time without a slash; null where it is open or no EDTF."""
    if part in ("", ".."):
        return None
    try:
        value = parse_edtf(part)
        return tuple(value.lower_strict()[:3]), tuple(value.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, OverflowError):
        return None


def reach(edtf: str | None) -> tuple[Day, Day] | None:
    """First and last day that a time may mean, an open end taken as its other end; null for none."""
    parts = [_one(part) for part in (edtf or "").split("/")]
    known = [part for part in parts if part]
    return (known[0][0], known[-1][1]) if known else None


def order(edtf: str | None) -> tuple[Day, Day]:
    """A key that sorts times by their first day, the more exact first, the unknown last."""
    return reach(edtf) or ((10_000, 1, 1), (10_000, 1, 1))


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _part_words(part: str) -> str:
    """A time without a slash in words."""
    about, part = ("about " if part.endswith(("~", "%")) else ""), part.rstrip("~?%")
    if part.endswith("XX") and part[:-2].isdigit():
        return f"{about}{_ordinal(int(part[:-2]) + 1)} century"
    if part.endswith("X") and part[:-1].isdigit():
        return f"{about}{part[:-1]}0s"
    year, _, rest = part.partition("-")
    month, _, day = rest.partition("-")
    shown = "" if year.strip("X") == "" else f" {year.lstrip('0') or '0'}"
    if not rest:
        return about + shown.strip()
    if month in SEASONS:
        return f"{about}{SEASONS[month]}{shown}"
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return about + part
    name = calendar.month_name[int(month)]
    return f"{about}{int(day[:2])} {name}{shown}" if day[:2].isdigit() else f"{about}{name}{shown}"


def in_words(edtf: str | None) -> str:
    """A time as a person writes it: "7 April 1992", "spring 2023", "1980s", "since 1995", "undated"."""
    if not edtf:
        return "undated"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _part_words(start)
    if start in ("", ".."):
        return f"until {_part_words(end)}"
    if end in ("", ".."):
        return f"since {_part_words(start)}"
    return f"{_part_words(start)} to {_part_words(end)}"
