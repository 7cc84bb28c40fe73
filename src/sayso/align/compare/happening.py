"""When things happened: the reach of a time value, and what is said to have happened at it."""

import re
from dataclasses import dataclass
from functools import cache
from math import inf

from sayso.align.utterance import ACTORS, Utterance, once
from sayso.align.wording import Word, ideas, stemmed_class
from sayso.lexicons import lexicon
from sayso.records import Time

_YEAR = re.compile(r"^(-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\d{1}XXX)")
_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
#: What happened stands at most so many words before its time, what it happened to so many before that.
NEAR, BEFORE = 5, 6


@dataclass(frozen=True)
class Happening:
    """What happened (the first word of its row in the lexicon), to what, and when."""

    idea: str
    matter: frozenset[str]
    time: Time


@cache
def _kinds() -> dict[str, str]:
    return {
        word: kind
        for kind, listed in lexicon("concepts")["happenings"].items()
        for word in str(listed).split()
    }


@once
def happenings(utterance: Utterance) -> tuple[Happening, ...]:
    """Every dated happening of the statement."""
    text, found = utterance.source.text, []
    for time in dates(utterance):
        before = [word for word in utterance.words if word.end <= time.start]
        for at in range(len(before) - 1, max(-1, len(before) - 1 - NEAR), -1):
            word = before[at]
            kind = _kinds().get(text[word.start : word.end].lower())
            if kind is None and word is before[-2:][0] and text[word.end : time.start].strip() == "of":
                kind = _kinds().get(f"{text[word.start : word.end].lower()}-of")
            if kind:
                of = before[max(0, at - BEFORE) : at] + before[at + 1 :]
                found.append(Happening(kind, _matter(utterance, of, word), time))
                break
    return tuple(found)


def _matter(utterance: Utterance, words: list[Word], verb: Word) -> frozenset[str]:
    """Stems, ideas and names said beside the verb, or in the sentence before where a pronoun stands there."""
    near = {word.stem for word in words if word.content}
    named = {
        f"n:{name.key}"
        for name in utterance.names
        if name.type in ACTORS | {"facility", "event", "document"}
        for word in words
        if name.start <= word.start < name.end
    }
    found = near | named | {f"i:{idea}" for one in near for idea in ideas().get(one, ())}
    if not named:
        found |= {f"n:{name.key}" for name in utterance.context}
    if not near or (not named and stemmed_class("anaphora") & {word.stem for word in words}):
        found |= utterance.lead_matter
    general = stemmed_class("general") | {f"i:{idea}" for idea in ideas().get(verb.stem, ())}
    return frozenset(found - general)


@cache
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


def is_fine(time: Time) -> bool:
    """Does it cover a month at most?"""
    span = reach(time.edtf)
    return bool(span) and (span or (0.0, 0.0))[1] - (span or (0.0, 0.0))[0] < 0.1


def may_coincide(a: str | None, b: str | None) -> bool:
    """Can both values be one time? Unknown times can."""
    one, other = reach(a), reach(b)
    return not one or not other or (one[0] < other[1] and other[0] < one[1])


@once
def dates(utterance: Utterance) -> tuple[Time, ...]:
    """The dates in the statement that have a value and are not denied ("not in 1908")."""
    found = (time for time in utterance.times if time.type == "date" and reach(time.edtf))
    return tuple(time for time in found if not is_denied(utterance, time))


def is_denied(utterance: Utterance, time: Time) -> bool:
    """ "Not in 1908"."""
    lead = utterance.source.text[max(0, time.start - 9) : time.start].lower().split()
    return "not" in lead[-2:]
