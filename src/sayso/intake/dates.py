"""Dates as pages and records state them -> EDTF; anything doubtful gives nothing."""

import re
from datetime import datetime

from dateutil import parser as dateutil

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
_CLOCK = (
    r"(?:,?\s*(?:at|@|[-–—|•·]|"
    r"T)?\s*\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}|Z)\)?)?(?:\s+\(?[A-Z]{2,4}\)?)?)"
)
_WRITTEN = (
    rf"(?:(?:{_DAY})?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|(?:{_DAY})?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
)
_FIGURES = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
_MONTH_ONLY = rf"{_MONTH}\s+\d{{4}}"
DATE = rf"(?:{_WRITTEN}|{_FIGURES})"
_LEAD = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|date|issued|added|"
    r"released|"
    r"publication date|published online)(?:\s+(?:on|at|online))?\s*[:\-–—]?\s*)"
)
#: A whole line that does nothing but date the page.
DATELINE = re.compile(
    rf"(?P<lead>{_LEAD})?(?P<date>{_WRITTEN}|{_FIGURES}|{_MONTH_ONLY}){_CLOCK}?"
    rf"(?:\s*[|•·/,–—-]?\s*(?:{_LEAD})(?:{DATE}){_CLOCK}?)?[\s.|•·]*",
    re.I,
)
AGO = (
    r"(?:(?:a|an|one|\d+)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago|just now|"
    r"yesterday|\d+[smhdwy] ago)"
)
#: When a comment was left: a date, with or without the time, or "3 days ago".
STAMP = re.compile(
    rf"(?:on\s+)?(?:{DATE}{_CLOCK}?|{_MONTH}\s+\d{{1,2}},?{_CLOCK}|{AGO})(?:\s+(?:said|says))?[:.]?", re.I
)
FOUND = re.compile(DATE, re.I)
_EDTF = re.compile(
    r"-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?(?:/(?:\.\.|[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?))?"
)
_AMBIGUOUS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}")
_DEFAULTS = (datetime(1904, 1, 1), datetime(1908, 12, 31))


def to_edtf(text: str) -> str | None:
    """The day, month or year a text states and nothing more; null where it could be read in two ways.

    A date in figures such as 3/4/2015 is read only where one of both cannot be a month, or both are one.
    """
    text = " ".join(text.split())
    if _EDTF.fullmatch(text):
        return text if _possible(text) else None
    stamp = re.match(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}", text)
    if stamp:
        return to_edtf(stamp.group(1))
    figures = _AMBIGUOUS.match(text)
    if figures and int(figures[1]) <= 12 and int(figures[2]) <= 12 and figures[1] != figures[2]:
        return None
    found = FOUND.search(text) or re.search(_MONTH_ONLY, text, re.I)
    return _parsed(found.group(), bool(figures and int(figures[1]) > 12)) if found else None


def _parsed(words: str, day_first: bool) -> str | None:
    words = re.sub(
        r"\b(?:of|sept\b)", lambda m: "sep" if m.group().lower() == "sept" else "", words, flags=re.I
    )
    try:
        first, second = (dateutil.parse(words, default=day, dayfirst=day_first) for day in _DEFAULTS)
    except (ValueError, OverflowError, TypeError):
        return None
    if first.year != second.year:
        return None
    if first.month != second.month:
        return f"{first.year:04}"
    return f"{first:%Y-%m}" if first.day != second.day else f"{first:%Y-%m-%d}"


def _possible(edtf: str) -> bool:
    """Is every full date in it a day of the calendar?"""
    for year, month, day in re.findall(r"(\d{4})-(\d{2})(?:-(\d{2}))?", edtf):
        try:
            datetime(int(year), int(month), int(day or 1))
        except ValueError:
            return False
    return True
