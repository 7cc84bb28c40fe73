"""A time expression as TimeML and as EDTF see it."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sayso.extract.time.calendar import week_bounds

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PARTIAL = re.compile(r"XXXX-(?:\d{2}|\d{2}-\d{2})")
_BEFORE_CHRIST = re.compile(r"BC(\d{2,4})")


@dataclass(frozen=True)
class Reading:
    """What an expression means: its TIMEX3 ``value`` and ``kind``.

    ``edtf`` is given where EDTF can say more than the value (a duration that ends today). ``pointer``
    marks words that only point ("now"): TIMEX3 counts them, a ledger does not.
    """

    value: str
    kind: Kind = "DATE"
    edtf: str | None = None
    pointer: bool = False


@dataclass(frozen=True)
class Timex:
    """A reading at its place in the document."""

    start: int
    end: int
    reading: Reading

    @property
    def edtf(self) -> str | None:
        """The EDTF value, null where the text gives nothing to anchor the expression on."""
        return self.reading.edtf or to_edtf(self.reading.value)


def to_edtf(value: str) -> str | None:
    """A TIMEX3 value as EDTF (ISO 8601-2); null for durations, sets and what has no place in time."""
    value = value.partition("T")[0] if value[:1].isdigit() or value.startswith("XXXX") else value
    if value.startswith(("P", "F", "T")) or "WX" in value or value == "XXXX":
        return None
    if "/" in value:
        ends = [to_edtf(part) for part in value.split("/")]
        return "/".join(end for end in ends if end) if all(ends) else None
    if _PARTIAL.fullmatch(value):
        return value
    if match := _BEFORE_CHRIST.fullmatch(value):
        return _before_christ(match[1])
    if not value[:2].isdigit():
        return None
    return _precise(value)


def _before_christ(digits: str) -> str:
    """Year 1 BC is 0000, so every year number is one less; decades and centuries keep their digits."""
    if len(digits) == 4:
        year = int(digits) - 1
        return f"-{year:04}" if year else "0000"
    return f"-{digits}{'X' * (4 - len(digits))}"


def _precise(value: str) -> str | None:
    year, _, rest = value.partition("-")
    if len(year) > 4 or year == "0000":
        return None
    if len(year) < 4:
        return year + "X" * (4 - len(year))
    if rest[:1] == "W" and rest[1:2].isdigit():
        monday, sunday = week_bounds(value)
        first = monday + timedelta(days=5) if rest.endswith("WE") else monday
        return f"{first}/{sunday}"
    if rest.startswith("Q"):
        return f"{year}-{32 + int(rest[1])}" if rest[1:].isdigit() else year
    if rest.startswith("H"):
        return f"{year}-{39 + int(rest[1])}"
    if rest in _SEASONS:
        return f"{year}-{_SEASONS[rest]}"
    return value
