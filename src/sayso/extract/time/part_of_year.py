"""Months, seasons, quarters and holidays of a year that is named, pointed to, or understood."""

import re
from datetime import timedelta

from dateutil.easter import easter

from sayso.extract.time.absolute import Resolver, month_number
from sayso.extract.time.anchor import Anchors
from sayso.extract.time.calendar import coarsen, shift, valid
from sayso.extract.time.grammar import SEASONS, WORDS, ordinal, plain
from sayso.extract.time.timex import Reading


def which_month(match: re.Match[str], at: Anchors) -> Reading | None:
    """Last June, next March, this September, with or without a day."""
    month = month_number(match)
    day = ordinal(match["day"]) if match["day"] else None
    base = (
        at.narrative if plain(match["deictic"]) in ("following", "same", "that", "previous") else at.published
    )
    now = coarsen(base, "M") if base else None
    if month is None or not valid(None, month, day):
        return None
    if now is None:
        return Reading(f"XXXX-{month:02}")
    year, which = int(now[:4]), plain(match["deictic"])
    if which in ("last", "past", "previous") and month >= int(now[5:]):
        year -= 1
    elif which in ("next", "coming", "following") and month <= int(now[5:]):
        year += 1
    return Reading(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))


def which_season(match: re.Match[str], at: Anchors) -> Reading:
    """Last summer, this spring, the following winter."""
    which, season = plain(match["deictic"]), SEASONS[plain(match["season"])]
    narrative = which in ("following", "same", "that", "previous", "preceding", "subsequent")
    base = (at.narrative if narrative else at.published) or ""
    year = coarsen(base, "Y")
    if year is None:
        return Reading("XXXX")
    now = coarsen(base, "SEASON")
    order = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
    rank = order[now[5:]] if now and base[5:7] not in ("01", "02") else -1
    steps = 0
    if which in ("last", "past", "previous", "preceding") and order[season] >= rank:
        steps = -1
    elif which in ("next", "coming", "following", "subsequent") and order[season] <= (rank if now else 3):
        steps = 1
    return Reading(f"{int(year) + steps:04}-{season}")


def _year_of(match: re.Match[str], at: Anchors) -> str | None:
    return at.moved(plain(match["deictic"]), "Y", definite=match.groupdict().get("the") is not None)


def season_of_year(match: re.Match[str], at: Anchors) -> Reading:
    """The spring of 2023, of the same year, of last year."""
    year = match["year"] or _year_of(match, at)
    return Reading(f"{year}-{SEASONS[plain(match['season'])]}" if year else "XXXX")


def month_of_year(match: re.Match[str], at: Anchors) -> Reading | None:
    """June last year, May of the same year."""
    month, year = month_number(match), _year_of(match, at)
    day = f"-{ordinal(match['day']):02}" if match["day"] else ""
    return Reading(f"{year or 'XXXX'}-{month:02}{day}") if month else None


def bare_season(match: re.Match[str], at: Anchors) -> Reading | None:
    """In the summer, of the year the narrative or the document's date gives."""
    year = at.year()
    return Reading(f"{year:04}-{SEASONS[plain(match['season'])]}" if year else "XXXX")


def quarter(match: re.Match[str], at: Anchors) -> Reading | None:
    """A business quarter or half year, of a given year or the nearest one that is over."""
    groups = match.groupdict()
    rank = ordinal(groups.get("ordinal") or groups.get("rank") or "0")
    letter = "H" if plain(groups.get("period") or "quarter") == "half" else "Q"
    if not 0 < rank < (3 if letter == "H" else 5):
        return None
    year = groups.get("year") or (_year_of(match, at) if groups.get("deictic") else None)
    if year is None and not groups.get("deictic"):
        year = _quarter_year(rank, 3 if letter == "Q" else 6, at)
    return Reading(f"{year}-{letter}{rank}" if year else "XXXX")


def _quarter_year(rank: int, months: int, at: Anchors) -> str | None:
    now = coarsen(at.published, "M") if at.published else None
    if now is None:
        return coarsen(at.narrative, "Y") if at.narrative and at.breaks < 2 else None
    begun = (rank - 1) * months < int(now[5:])
    return now[:4] if begun or at.tense > 0 else f"{int(now[:4]) - 1:04}"


def quarter_in_hand(match: re.Match[str], at: Anchors) -> Reading | None:
    """The quarter, the latest quarter; the year-earlier period."""
    if match.groupdict().get("ago"):
        return Reading((shift(at.quarter, "Q", -4) if at.quarter else None) or "XXXX")
    return Reading(at.quarter) if at.quarter else None


def holiday(match: re.Match[str], at: Anchors) -> Reading | None:
    """A feast with a known date."""
    given = match["year"] or (_year_of(match, at) if match["deictic"] else at.year())
    year = int(given) if given else None
    when = WORDS["holidays"][plain(match["holiday"])]
    if len(when) == 2:
        return Reading(f"{f'{year:04}' if year else 'XXXX'}-{when[0]:02}-{when[1]:02}")
    if year is None or not 1583 <= year <= 4099:  # the years for which the Gregorian rule is defined
        return Reading("XXXX")
    return Reading((easter(year) + timedelta(days=when[0])).isoformat())


PARTS_OF_YEAR: tuple[tuple[str, Resolver], ...] = (
    (r"{early}?(?:the )?{deictic} {month}(?: {day})?", which_month),
    (r"{early}?(?:the )?{deictic} {season}", which_season),
    (r"{early}?(?:the )?{season},? (?:of |in )?(?:{year}|(?P<the>the )?{deictic} year)", season_of_year),
    (r"{early}?{month}(?: {day})?,? (?:of |in )?(?P<the>the )?{deictic} year", month_of_year),
    (r"(?<=in )the {season}", bare_season),
    (r"{early}?(?:the )?(?:fiscal )?{ordinal}[ -](?P<period>quarter|half)"
     r"(?:,? (?:of |in )?(?:fiscal )?(?:{year}|(?P<the>the )?{deictic} year))?", quarter),
    (r"(?P<the>the )?{deictic} year['’]s (?:fiscal )?{ordinal}[ -](?P<period>quarter|half)", quarter),
    (r"Q(?P<rank>[1-4]),?(?: of)? {year}", quarter),
    (r"(?:the )?{year} (?:{ordinal} )(?P<period>quarter|half)", quarter),
    (r"the (?:latest |recent |most recent |just-ended )?(?:quarter|(?<=latest )period)", quarter_in_hand),
    (r"(?:the |an? )?(?:comparable |corresponding )?(?P<ago>year[ -](?:earlier|ago)"
     r"(?: (?:quarter|period|{ordinal} quarter))?)", quarter_in_hand),
    (r"{holiday},?(?: (?:of |in )?(?:{year}|(?P<the>the )?{deictic} year))?", holiday),
)  # fmt: skip
