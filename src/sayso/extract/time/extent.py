"""Durations, sets, and words that point without a place on the calendar."""

import re

from sayso.extract.time.absolute import Resolver, month_number, weekday_number
from sayso.extract.time.anchor import Anchors
from sayso.extract.time.grammar import SEASONS, UNITS, WORDS, either, number, plain
from sayso.extract.time.timex import Reading

_DAYS_OF = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W"), "WE": (1, "W")}


def period(count: float | None, unit: str) -> str:
    """The ISO 8601 duration of so many units, X for an unstated number."""
    factor, letter = _DAYS_OF.get(unit, (1, unit))
    amount = "X" if count is None else f"{count * factor:g}"
    if letter.startswith("T"):
        return f"PT{amount}{letter[1]}"
    return f"P{amount}{letter}"


def counted(match: re.Match[str], at: Anchors) -> Reading | None:
    """Two years, several months, a week, a year and a half."""
    said, unit = plain(match["number"]), UNITS[plain(match["unit"])]
    singular = plain(match["unit"]) in WORDS["units"]
    if unit in ("Q", "WE") and said in ("a", "an"):
        return None
    if (singular and unit == "TS") or (singular and plain(match["unit"]) == "night" and said != "one"):
        return None
    count = number(said)
    if match.groupdict().get("half") and count is not None:
        count += 0.5
    return None if _aged(match) else Reading(period(count, unit), "DURATION")


def _aged(match: re.Match[str]) -> bool:
    """Is this somebody's age rather than a stretch of time?"""
    return bool(re.match(r"[\s-]*olds?\b", match.string[match.end() : match.end() + 6]))


def compound(match: re.Match[str], at: Anchors) -> Reading | None:
    """A two-year, a 19-month (adjective)."""
    said = plain(match["number"])
    if _aged(match) or said in ("a", "an"):
        return None
    return Reading(period(number(said), UNITS[plain(match["unit"])]), "DURATION")


def uncounted(match: re.Match[str], at: Anchors) -> Reading:
    """Years, centuries; decades-long."""
    return Reading(period(None, UNITS[plain(match["unit"])]), "DURATION")


def first_units(match: re.Match[str], at: Anchors) -> Reading:
    """The first nine months, the nine months."""
    return Reading(period(number(match["count"]), UNITS[plain(match["unit"])]), "DURATION")


def every(match: re.Match[str], at: Anchors) -> Reading | None:
    """Every year, each Monday, every summer, every two weeks."""
    groups = match.groupdict()
    if groups["unit"]:
        return Reading(
            period(number(groups["count"]) if groups["count"] else 1, UNITS[plain(groups["unit"])]), "SET"
        )
    if groups["dayname"]:
        return Reading(f"XXXX-WXX-{weekday_number(match)}", "SET")
    if groups["season"]:
        return Reading(f"XXXX-{SEASONS[plain(groups['season'])]}", "SET")
    month = month_number(match)
    return Reading(f"XXXX-{month:02}", "SET") if month else None


def weekdays(match: re.Match[str], at: Anchors) -> Reading:
    """Mondays, Tuesday nights."""
    part = "TNI" if match["nights"] and "night" in match["nights"] else ""
    return Reading(f"XXXX-WXX-{WORDS['weekdays'][plain(match['day'])]}{part}", "SET")


def rate(match: re.Match[str], at: Anchors) -> Reading:
    """Once a week, three times a year."""
    return Reading(period(1, UNITS[plain(match["unit"])]), "SET")


def regular(match: re.Match[str], at: Anchors) -> Reading | None:
    """Daily, annually; not the Daily of a newspaper."""
    if match[0][0].isupper() and re.match(r"\s+[A-Z]", match.string[match.end() : match.end() + 3]):
        return None
    return Reading(WORDS["sets"][plain(match["often"])], "SET")


def _pointing(words: dict[str, list[str]], *, pointer: bool) -> tuple[tuple[str, Resolver], ...]:
    def resolver(value: str) -> Resolver:
        return lambda match, at: Reading(value, pointer=pointer)

    return tuple((f"(?:{either(words[value])})", resolver(value)) for value in words)


def era(match: re.Match[str], at: Anchors) -> Reading:
    """An age named after somebody or something; its bounds are not in the text."""
    return Reading("PAST_REF")


EXTENTS: tuple[tuple[str, Resolver], ...] = (
    (r"{approx}?{number} (?:{filler} )?{unit}(?: (?P<half>and a half))?", counted),
    (r"{approx}?{number}[- ](?P<unit>second|minute|hour|day|week|month|quarter|year|decade|century)"
     r"(?:-long)?", compound),
    (r"(?:the )?(?:first|last|final|previous|full|past|other) {count} {unit}", first_units),
    (r"the {count} {unit}", first_units),
    (r"(?:(?<=for )|(?<=over )|(?<=after )|(?<=in ))(?P<unit>days|weeks|months|years|decades|centuries)",
     uncounted),
    (r"(?P<unit>day|week|month|year|decade|centurie)s?-long", uncounted),
    (r"(?:every|each)(?: (?:other|single))? (?:(?:{count} )?{unit}|{dayname}|{season}|{month})", every),
    (rf"(?P<day>{either(WORDS['weekdays'])})(?P<nights> night| morning| evening)?s(?: nights)?", weekdays),
    (r"(?:once|twice|(?:{count}) times) (?:an?|per|every|each) {unit}", rate),
    (rf"(?P<often>{either(WORDS['sets'])})", regular),
    (r"the (?:(?-i:[A-Z])[\w-]+ ){1,2}(?-i:era|period|times)", era),
    *_pointing(WORDS["vague"]["periods"], pointer=False),
    *_pointing(WORDS["vague"]["pointers"], pointer=True),
)  # fmt: skip
