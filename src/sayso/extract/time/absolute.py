"""Expressions that carry their own date: days, months, years, decades, centuries, eras, ranges."""

import re
from collections.abc import Callable

from sayso.extract.time.anchor import Anchors
from sayso.extract.time.calendar import day_of, valid, weekday_near
from sayso.extract.time.grammar import DECADES, MONTHS, WEEKDAYS, ordinal, plain, spelled_year
from sayso.extract.time.timex import Reading

Resolver = Callable[[re.Match[str], Anchors], Reading | None]

_COUNTED = re.compile(
    r"[\s\-]*(?:people|persons|men|women|children|soldiers|troops|refugees|civilians|members|houses|homes|"
    r"families|dollars|euros|pounds|tons|tonnes|miles|kilomet|km|kg|kilo|grams?|mm|cm|ft|met(?:er|re)s|feet|acres|hectares|barrels|"
    r"percent|per cent|%|employees|workers|jobs|shares|units|points|times|villages|votes|students|visitors|"
    r"tourists|million|billion|thousand|deaths|victims|casualties|tanks|hours|years|days|months|weeks|"
    r"degrees|others|words|copies|pages|guests|fans|\$)",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"(?:[$€£#№]|\b(?:over|nearly|almost|approximately|roughly|some|than|least|up to|"
    r"exactly|(?:rose|ris\w+|grew|grow\w*|increas\w+|jump\w*|fell|fall\w*|dropp\w*|climb\w*|declin\w*|amount\w*)\b.{0,20}\bto|no\.?|number|page|pp?\.|section|article|resolution|room|route|highway|model|flight|paragraph))\s*$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:rose|ris\w+|grew|grow\w*|increas\w+|jump\w*|fell|fall\w*|dropp\w*|shrank|declin\w*|sank)"
    r" (?:from|by)\s+$",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"\b(?:in|since|by|until|till|from|before|after|during|between|around|circa|ca?\.|year|late|early|mid)"
    r"[\s-]+$",
    re.IGNORECASE,
)
#: Things, after a figure that may as well count them ("by 1200 sheep ropes"); no forms of verbs, no pronouns.
_PLURAL = re.compile(r"\s+(?!(?:was|is|has|his|its|this|as|does|thus|perhaps|always|sometimes)\b)[a-z]+s\b")
_OF_YEAR = re.compile(r"\s+[a-z]+(?:\s+[a-z]+)?\s+(?:of|in)\s+((?:1\d|20)\d\d)\b")
_NAMES = ("may", "march", "april", "june", "august")
_NAMED = re.compile(r" [A-Z]")
_WITHIN = re.compile(
    r"\b(?:in|since|of|until|before|after|during|next|last|early|late|mid)[\s-]+$", re.IGNORECASE
)
_MONTH_LEADS = re.compile(
    r"\b(?:in|since|of|by|until|till|before|after|from|during|to|through|and|next|last|this|early|late|mid|for|"
    r"around|between|on)[\s-]+$",
    re.IGNORECASE,
)


def month_number(match: re.Match[str], group: str = "month") -> int | None:
    """The month, null where the word is more likely a verb or a name ("may", "march", "april")."""
    word = match[group]
    said = plain(word)
    lonely = match.end() == match.end(group) and match.start() == match.start(group)
    before = match.string[max(0, match.start() - 12) : match.start()]
    if said in ("may", "march", "mar") and word.islower():
        return None
    if said not in ("may", "march") and len(said) > 4 and not word.islower():
        return MONTHS[said]
    if lonely and said in _NAMES and _NAMED.match(match.string, match.end()) and not _WITHIN.search(before):
        return None
    if lonely and (not _MONTH_LEADS.search(before) or (len(said) < 4 and said != "may" and word[-1] != ".")):
        return None
    return MONTHS[said]


def _date(year: int | None, month: int | None, day: int | None = None) -> str | None:
    if month is None or not valid(year, month, day):
        return None
    value = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    return value if day is None else f"{value}-{day:02}"


def clocked(value: str, match: re.Match[str]) -> Reading:
    """The date with the clock time that stands beside it, if any."""
    groups = match.groupdict()
    time = clock(groups.get("clock"))
    return Reading(value + time, "TIME" if time else "DATE")


def clock(words: str | None) -> str:
    """``T15:19`` for "15:19" or "3:19 p.m."; "" for no time."""
    if not words:
        return ""
    said = plain(words)
    if said in ("noon", "midnight"):
        return "T12:00" if said == "noon" else "T24:00"
    figures = [int(part) for part in re.findall(r"\d+", said)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    if "p" in said and hour < 12:
        hour += 12
    return f"T{hour:02}:{minute:02}" if hour < 25 and minute < 60 else ""


def _day(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return ordinal(groups.get("day") or groups.get("dayword") or "0")


def full_date(match: re.Match[str], at: Anchors) -> Reading | None:
    """Day, month and year."""
    value = _date(int(match["year"]), MONTHS[plain(match["month"])], _day(match))
    return clocked(value, match) if value else None


def iso_date(match: re.Match[str], at: Anchors) -> Reading | None:
    """A date in figures, the year first."""
    value = (
        _date(int(match["year"]), int(match["mm"]), int(match["dd"])) if 0 < int(match["mm"]) < 13 else None
    )
    return clocked(value, match) if value else None


def figures_date(match: re.Match[str], at: Anchors) -> Reading | None:
    """A date in figures, the year last: just the year where day and month cannot be told apart."""
    first, second, year = int(match["first"]), int(match["next"]), int(match["year"])
    if match["sep"] == "." or first > 12:
        day, month = first, second
    elif second > 12 or first == second:
        month, day = first, second
    else:
        return Reading(f"{year:04}")
    value = _date(year, month, day) if 0 < month < 13 else None
    return clocked(value, match) if value else None


def month_day(match: re.Match[str], at: Anchors) -> Reading | None:
    """Month and day: the year is the narrative's or the nearest that the document's date and tense allow."""
    month, day = MONTHS[plain(match["month"])], _day(match)
    year = at.year(month, day)
    value = _date(year, month, day)
    if value is None or (plain(match["month"]) == "may" and match["month"].islower()):
        return None
    return clocked(value, match)


def month_alone(match: re.Match[str], at: Anchors) -> Reading | None:
    """A month, in the year the narrative or the document's date gives."""
    month = month_number(match)
    later = _OF_YEAR.match(match.string, match.end())
    value = _date(int(later[1]) if later else at.year(month), month) if month else None
    return Reading(value) if value else None


def month_year(match: re.Match[str], at: Anchors) -> Reading | None:
    """A month of a year."""
    value = _date(int(match["year"]), MONTHS[plain(match["month"])])
    return Reading(value) if value else None


def year_alone(match: re.Match[str], at: Anchors) -> Reading | None:
    """Four figures, where the words around them let them be a year."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    year = int(match["year"])
    if match.start() != match.start("year"):
        return Reading(f"{year:04}")
    if _COUNTING.search(before) or _COUNTED.match(match.string, match.end()):
        return None
    changed = _CHANGED.search(before) or _PLURAL.match(match.string, match.end())
    if year < 1500 and (changed or not _DATING.search(before)):
        return None
    return Reading(f"{year:04}")


def spelled(match: re.Match[str], at: Anchors) -> Reading | None:
    """A year in words."""
    year = spelled_year(match["spelled"])
    said = plain(match["spelled"])
    counted = said == "two thousand" and match.start() == match.start("spelled")
    return (
        Reading(f"{year:04}")
        if year and not counted and not _COUNTED.match(match.string, match.end())
        else None
    )


def year_span(match: re.Match[str], at: Anchors) -> Reading | None:
    """Two years joined by a dash or by "between ... and"."""
    start, last = match["year"], match["last"]
    end = start[: 4 - len(last)] + last
    if not int(start) < int(end) or int(end) > 2100:
        return None
    return Reading(f"{start}/{end}")


def era_year(match: re.Match[str], at: Anchors) -> Reading | None:
    """A year marked AD or BC."""
    value = _era(int(match["figures"]), match["era"])
    return Reading(value) if value else None


def era_span(match: re.Match[str], at: Anchors) -> Reading | None:
    """Two years, one or both marked AD or BC."""
    last_era = match["last_era"] or "AD"
    first = _era(int(match["figures"]), match["era"] or last_era)
    last = _era(int(match["last"]), last_era)
    return Reading(f"{first}/{last}") if first and last else None


def _era(year: int, era: str) -> str | None:
    if not 0 < year < 10000:
        return None
    return f"BC{year:04}" if era.upper().startswith("B") else f"{year:04}"


def decade(match: re.Match[str], at: Anchors) -> Reading | None:
    """Ten years: 1980s, the '80s, the eighties (of the twentieth century unless the text says else)."""
    groups = match.groupdict()
    if groups.get("word"):
        return Reading(f"19{DECADES[plain(match['word'])]}")
    figures = re.sub(r"\D", "", match["figures"])
    return Reading(figures[:3] if len(figures) == 4 else f"19{figures[0]}")


def century(match: re.Match[str], at: Anchors) -> Reading | None:
    """A hundred years by their number."""
    rank, era = ordinal(match["ordinal"]), match["era"] or ""
    if not 0 < rank < 41:
        return None
    return Reading(f"{'BC' if era.upper().startswith('B') else ''}{rank - 1:02}")


def centuries(match: re.Match[str], at: Anchors) -> Reading | None:
    """From one century to another."""
    first, last = ordinal(match["ordinal"]), ordinal(match["last"])
    return Reading(f"{first * 100 - 99:04}/{last * 100:04}") if 0 < first < last < 22 else None


def days_of_month(match: re.Match[str], at: Anchors) -> Reading | None:
    """From one day of a month to another."""
    month, year = MONTHS[plain(match["month"])], match["year"]
    known = int(year) if year else at.year(month, ordinal(match["day"]))
    first = _date(known, month, ordinal(match["day"]))
    last = _date(known, month, ordinal(match["last"]))
    if first is None or last is None or first >= last:
        return None
    return Reading(f"{first}/{last}") if known else Reading(first)


def weekday_number(match: re.Match[str]) -> int:
    """The weekday named, 1 for Monday."""
    return WEEKDAYS[plain(match["dayname"])]


def nearest_weekday(weekday: int, at: Anchors) -> str | None:
    """The weekday nearest to the document's date in the direction of the clause's tense."""
    day = day_of(at.published) if at.published else None
    return weekday_near(day, weekday, at.tense or -1).isoformat() if day else None


_AT = r"(?:,? (?:at )?{clock}(?: {zone})?)?"
_ON = r"(?:{clock}(?: {zone})?(?: on)?,? )?"
_WD = r"(?:{weekday}(?:,? |,))?"

#: Those that name day, month and year: safe even where the text was not parsed.
DATELINES: tuple[tuple[str, Resolver], ...] = (
    (r"{year}-(?P<mm>\d\d)-(?P<dd>\d\d)(?:T?(?:(?<=T)| ){clock}(?: {zone})?)?", iso_date),
    (r"(?P<first>\d{1,2})(?P<sep>[./])(?P<next>\d{1,2})(?P=sep){year}" + _AT, figures_date),
    (_WD + r"(?:the )?(?:{day}|{dayword})(?: of|-)? ?{month},? {year}" + _AT, full_date),
    (_WD + r"{month} (?:the )?(?:{day}|{dayword}),? {year}" + _AT, full_date),
    (r"{clock}(?: {zone})?,?(?: on)? {day} {month},? {year}", full_date),
    (r"{clock}(?: {zone})?,?(?: on)? {month} {day},? {year}", full_date),
)
ABSOLUTE: tuple[tuple[str, Resolver], ...] = (
    *DATELINES,
    (r"{day} ?(?:[-–—]|to|and) ?{day:last} {month}(?:,? {year})?", days_of_month),
    (r"{month} {day} ?(?:[-–—]|to) ?{day:last}(?:,? {year})?", days_of_month),
    (_WD + r"{month} (?:the )?(?:{day}|{dayword})" + _AT, month_day),
    (_WD + r"(?:the )?(?:{day}|{dayword})(?: of)? {month}" + _AT, month_day),
    (r"{clock}(?: {zone})?,?(?: on)? {month} {day}", month_day),
    (r"{early}?{month},?(?: of)? {year}", month_year),
    (r"{early}?{month}", month_alone),
    (r"(?:the (?:years |period )?)?{year} ?[-–—/] ?(?P<last>\d{4}|\d\d)", year_span),
    (r"(?:between|from)(?: the years?)? {year} (?:and|to|until|till|through) {year:last}", year_span),
    (r"{early}?(?:the year |(?:the )?fiscal (?:year )?)?{year}", year_alone),
    (r"(?:the year )?{spelled}", spelled),
    (r"(?P<figures>\d{1,4}) ?{era}", era_year),
    (r"{era} ?(?P<figures>\d{1,4})", era_year),
    (
        r"(?:between|from) (?P<figures>\d{1,4}) ?{era}? (?:and|to|until) (?P<last>\d{1,4}) ?{era:last_era}",
        era_span,
    ),
    (r"(?P<figures>\d{1,4}) ?{era}? ?[-–—] ?(?P<last>\d{1,4}) ?{era:last_era}", era_span),
    (r"{early}?(?:the )?{early:part}?(?P<figures>(?:1\d|20)\d0['’]?s)", decade),
    (r"{early}?(?:the )?{early:part}?(?P<figures>['’‘][2-9]0['’]?s)", decade),
    (r"(?:the )(?:early |late |mid[ -])?(?P<figures>[2-9]0['’]?s)", decade),
    (rf"(?:the )(?:early |late |mid[ -])?(?:nineteen[ -])?(?P<word>{'|'.join(DECADES)})", decade),
    (r"{early}?(?:the )?{early:part}?{ordinal}[ -]century(?: {era})?", century),
    (r"(?:the )?{ordinal} ?(?:and|to|or|[-–—]) ?(?:the )?{ordinal:last}[ -]centur(?:y|ies)", centuries),
)
