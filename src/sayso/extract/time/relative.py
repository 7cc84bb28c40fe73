"""Expressions that lean on the document's date or on the date mentioned last."""

import re
from datetime import date, timedelta

from sayso.extract.time.absolute import (
    Resolver,
    clock,
    nearest_weekday,
    weekday_number,
)
from sayso.extract.time.anchor import Anchors
from sayso.extract.time.calendar import YEARS, as_week, coarsen, day_of, shift, weekday_near
from sayso.extract.time.grammar import DAYPARTS, UNITS, WORDS, number, plain
from sayso.extract.time.timex import Reading

_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
         "the day after tomorrow": 2, "overnight": 0}  # fmt: skip


def _timed(value: str, match: re.Match[str]) -> Reading:
    """A day with the hour or part of day said beside it."""
    groups = match.groupdict()
    if time := clock(groups.get("clock")):
        return Reading(value + time, "TIME")
    part = DAYPARTS.get(plain(groups.get("daypart") or ""))
    if part is None:
        return Reading(value)
    return Reading(value + (part if part.startswith("T") else f"T{part}"), "TIME")


def near_day(match: re.Match[str], at: Anchors) -> Reading:
    """Today and its neighbours."""
    said = plain(match["near"])
    day = shift(at.published, "D", _NEAR[said]) if at.published else None
    if day is None:
        return Reading("XXXX-XX-XX")
    return Reading(day + "TNI", "TIME") if said in ("tonight", "overnight") else _timed(day, match)


def part_of_day(match: re.Match[str], at: Anchors) -> Reading:
    """This morning, last night."""
    steps = -1 if plain(match["which"]) == "last" else 0
    day = shift(at.published, "D", steps) if at.published else None
    return _timed(day or "XXXX-XX-XX", match)


def narrative_part_of_day(match: re.Match[str], at: Anchors) -> Reading:
    """That evening, the next morning."""
    day = at.moved(plain(match["deictic"]), "D", definite=True)
    return _timed(day or "XXXX-XX-XX", match)


def which_unit(match: re.Match[str], at: Anchors) -> Reading | None:
    """This year, last month, the following week, the same quarter."""
    which, unit = plain(match["deictic"]), UNITS[plain(match["unit"])]
    definite = match["the"] is not None
    if unit == "WE":
        return _weekend(which, at, definite)
    if unit.startswith("T") or plain(match["unit"]) in WORDS["unit_plurals"]:
        return None
    if definite and which in ("last", "past") and unit != "Q" and not match.groupdict().get("early"):
        return past_stretch(1, unit, at)
    if unit == "F":
        return None
    if unit == "ML":
        return Reading("XXXX")
    if unit == "Q" and which in ("this", "current", "same") and at.quarter:
        return Reading(at.quarter)
    return Reading(at.moved(which, unit, definite=definite) or "XXXX")


def past_stretch(count: float | None, unit: str, at: Anchors) -> Reading:
    """The last so many units: a duration that ends on the document's date, where that is known."""
    letter = unit.removeprefix("T")
    value = f"P{'T' if unit.startswith('T') else ''}{'X' if count is None else f'{count:g}'}{letter}"
    grain = "Y" if unit in YEARS else unit
    end = coarsen(at.published, grain) if at.published and not unit.startswith("T") else None
    if end is None or count is None or count != int(count):
        return Reading(value, "DURATION")
    start = shift(end, grain, -int(count) * YEARS.get(unit, 1))
    if start is None or grain not in ("Y", "M", "D"):
        return Reading(value, "DURATION")
    return Reading(value, "DURATION", edtf=f"{start}/{end}")


def which_count(match: re.Match[str], at: Anchors) -> Reading:
    """The last two years, the next five days."""
    which, unit = plain(match["deictic"]), UNITS[plain(match["unit"])]
    reading = past_stretch(number(match["count"]), unit, at)
    return reading if which in ("last", "past") else Reading(reading.value, "DURATION")


def recent_units(match: re.Match[str], at: Anchors) -> Reading:
    """In recent months: a period without bounds."""
    return Reading("PAST_REF" if plain(match["when"]) != "coming" else "FUTURE_REF")


def _weekend(which: str, at: Anchors, definite: bool) -> Reading:
    week = at.moved(which, "W", definite=definite)
    return Reading(f"{week}-WE" if week else "XXXX-WXX-WE")


def weekday(match: re.Match[str], at: Anchors) -> Reading:
    """A day of the week, the nearest one in the direction of the tense."""
    return _timed(nearest_weekday(weekday_number(match), at) or f"XXXX-WXX-{weekday_number(match)}", match)


def which_weekday(match: re.Match[str], at: Anchors) -> Reading:
    """Last Monday, next Friday, the following Sunday."""
    which, wanted = plain(match["deictic"]), weekday_number(match)
    narrative = which in ("following", "previous", "preceding", "same", "that", "subsequent", "that same")
    base = day_of((at.narrative if narrative else at.published) or "")
    if base is None:
        return Reading(f"XXXX-WXX-{wanted}")
    back = which in ("last", "past", "previous", "preceding", "this past")
    ahead = which in ("next", "coming", "following", "this coming", "subsequent")
    offset = timedelta(days=-1 if back else 1 if ahead else 0)
    direction = -1 if back else 1 if ahead else at.tense or -1
    return _timed(weekday_near(base + offset, wanted, direction).isoformat(), match)


def ago(match: re.Match[str], at: Anchors) -> Reading:
    """So many units before the document's date."""
    unit = UNITS[plain(match["unit"])]
    if plain(match["unit"]) == "year" and plain(match["number"]) == "a" and at.quarter:
        return Reading(shift(at.quarter, "Q", -4) or "PAST_REF")
    return Reading(_moved(at.published, match["number"], unit, -1) or "PAST_REF")


def earlier_or_later(match: re.Match[str], at: Anchors) -> Reading:
    """So many units before or after the date mentioned last."""
    unit = UNITS[plain(match["unit"])]
    back = plain(match["side"]).split()[0] in ("earlier", "before", "previously", "prior")
    if back and unit == "Y" and number(match["number"]) == 1 and at.quarter:
        return Reading(shift(at.quarter, "Q", -4) or "XXXX")
    return Reading(_moved(at.narrative, match["number"], unit, -1 if back else 1) or "XXXX")


def _moved(base: str | None, count: str, unit: str, sign: int) -> str | None:
    steps = number(count)
    if base is None or steps is None:
        return None
    if unit.startswith("T"):
        return coarsen(base, "D") if steps < 12 else None
    if unit == "F":
        unit, steps = "W", steps * 2
    if unit not in ("D", "W", "M", "Q", *YEARS) or (steps != int(steps) and unit not in ("DE", "CE")):
        return None
    if unit == "Q" and coarsen(base, "Q") is None:
        return None
    grain = "Y" if unit in ("CE", "ML") or steps != int(steps) else unit
    return shift(
        base, grain, int(sign * steps * YEARS[unit] // YEARS[grain]) if unit in YEARS else int(sign * steps)
    )


def the_weekend(match: re.Match[str], at: Anchors) -> Reading:
    """The weekend nearest to the document's date in the direction of the tense."""
    saturday = nearest_weekday(6, at)
    return Reading(f"{as_week(date.fromisoformat(saturday))}-WE" if saturday else "XXXX-WXX-WE")


def clock_alone(match: re.Match[str], at: Anchors) -> Reading | None:
    """An hour of the document's day: of the clock, not of the calendar."""
    if not re.search(r"[ap]\.?m|GMT|UTC", match[0], re.IGNORECASE):
        return None
    return Reading(
        (coarsen(at.published or "", "D") or "XXXX-XX-XX") + clock(match["clock"]), "TIME", pointer=True
    )


def that_time(match: re.Match[str], at: Anchors) -> Reading:
    """At that time: the date mentioned last."""
    return Reading(at.narrative or "PAST_REF")


_PART = r"(?: {daypart})?"
_AT = r"(?:,? (?:at )?{clock}(?: {zone})?)?"
_SIDES = (
    r"(?P<side>earlier|later|afterwards?|thereafter|previously|prior|(?:before|after)"
    r"(?: (?:this|that|these|those)(?: \w+)?|(?= ?[.,;:)])))"
)
RELATIVE: tuple[tuple[str, Resolver], ...] = (
    (r"{early}?(?P<near>the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|"
     r"overnight)" + _PART + _AT, near_day),
    (r"{clock}(?: {zone})?,? (?P<near>today|yesterday|tomorrow)", near_day),
    (r"{early}?(?P<which>this|last) {daypart}", part_of_day),
    (r"{early}?(?:the )?{deictic} {daypart}", narrative_part_of_day),
    (r"{early}?(?P<the>the )?{deictic} {unit}", which_unit),
    (r"(?:the )?{deictic} {approx}?{count} (?:{filler} )?{unit}", which_count),
    (r"(?:the |more )?(?P<when>recent|coming|past|last|previous) "
     r"(?:few )?(?:minutes|hours|days|weeks|months|years|decades|centuries|quarters)", recent_units),
    (r"{early}?{dayname}" + _PART + _AT, weekday),
    (r"{clock}(?: {zone})?,?(?: on)? {dayname}", weekday),
    (r"{daypart} (?:of |on )?{dayname}", weekday),
    (r"{early}?(?:the )?{deictic} {dayname}" + _PART, which_weekday),
    (r"(?:{approx}|{about})?{number} (?:and a half )?(?:{filler} )?{unit} ago", ago),
    (r"{approx}?{number} (?:{filler} )?{unit} " + _SIDES, earlier_or_later),
    (r"(?<=at )that time", that_time),
    (r"(?:the|that) weekend", the_weekend),
    (r"{clock}(?: {zone})?", clock_alone),
)  # fmt: skip
