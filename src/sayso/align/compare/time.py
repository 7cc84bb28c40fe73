"""Times: which stretch of years they cover, whether two can be one, and statements they set at odds."""

import re
from math import inf

from sayso.align.compare.happening import dates, happenings, is_denied, is_fine, may_coincide, reach
from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, quote
from sayso.align.utterance import ACTORS, Utterance
from sayso.align.wording import closed_class, stemmed_class
from sayso.records import Span, Time

#: How alike two statements must be to tell of one event, less where one says "not earlier"; how near
#: "before 1950" stands to what did not exist.
SAME_EVENT, CORRECTED, NEAR = 0.4, 0.15, 80
#: Lengths of time ("for 2,000 years") are reckoned back from about here; only centuries matter.
NOW = 2000.0
_ABSENT = re.compile(r"\b(?:no|not|never|nothing|n['’]t)\b[^.;:–—]*$", re.IGNORECASE)


def _open(utterance: Utterance, time: Time) -> str | None:
    """The value, without an end where the text says "since"."""
    lead = utterance.source.text[max(0, time.start - 7) : time.end].lower().split()
    return f"{time.edtf}/.." if "since" in lead and time.edtf and "/" not in time.edtf else time.edtf


def times_apart(a: Utterance, b: Utterance) -> bool:
    """Do both give dates, none of which can be one of the other's?"""
    ours, theirs = dates(a), dates(b)
    return bool(ours and theirs) and not any(
        may_coincide(_open(a, x), _open(b, y)) for x in ours for y in theirs
    )


def compare_times(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """One event at two times, or something told of when there was no such thing."""
    if a.voice == b.voice or not (a.times or b.times):
        return None
    if not (dates(a) and dates(b)):
        return _absence(a, b) or _absence(b, a)
    return _absence(a, b) or _absence(b, a) or _one_happening(a, b, like) or _one_event(a, b, like)


def _one_happening(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """The same happening of the same thing ("X was founded in", "it was set up in"), however short."""
    for ours in happenings(a):
        for theirs in happenings(b):
            shared = ours.matter & theirs.matter
            if ours.idea != theirs.idea or not shared:
                continue
            words = Span(ours.time.start, ours.time.end), Span(theirs.time.start, theirs.time.end)
            said = quote(a, words[0]), quote(b, words[1])
            sure = 0.58 + 0.04 * min(3, len(shared)) + 0.3 * like.score
            if not may_coincide(ours.time.edtf, theirs.time.edtf):
                reason = f"Two times for one event: {said[0]} against {said[1]}."
                return Finding(a, b, "conflicts", "date", reason, *words, sure)
            if ours.time.edtf == theirs.time.edtf or (is_fine(ours.time) and is_fine(theirs.time)):
                reason = f"Both date one event the same: {said[0]} and {said[1]}."
                return Finding(a, b, "corroborates", "date", reason, *words, sure)
    return None


def _one_event(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Alike in predicate and in who does it to whom, no figure measured, dates apart."""
    measured = any(quantity.unit for one in (a, b) for quantity in one.quantities)
    corrects = any(
        {word.stem for word in one.words} & stemmed_class("correcting")
        or any(is_denied(one, time) for time in one.times)
        for one in (a, b)
    )
    if (
        like.score < (CORRECTED if corrects else SAME_EVENT)
        or not like.stems
        or measured
        or not times_apart(a, b)
    ):
        return None
    if _roles(a)[:2] != _roles(b)[:2] or len(dates(a)) != 1 or len(dates(b)) != 1:
        return None
    x, y = dates(a)[0], dates(b)[0]
    words = Span(x.start, x.end), Span(y.start, y.end)
    reason = f"Two times for one event: {quote(a, words[0])} against {quote(b, words[1])}."
    return Finding(a, b, "conflicts", "date", reason, *words, 0.42 + 0.05 * corrects + 0.5 * like.score)


def _roles(utterance: Utterance) -> list[str]:
    """Who and what is named, in order: who does it comes before to whom."""
    last = max((time.end for time in dates(utterance)), default=utterance.span.end)
    actors = [name for name in utterance.names if name.type in ACTORS and name.start < last]
    return list(dict.fromkeys(name.key for name in actors))


def _absence(a: Utterance, b: Utterance) -> Finding | None:
    """ "There was no X before then" against anything told of X before then."""
    found = _ends_of_absence(a)
    if found is None:
        return None
    cut, words = found
    named = [name for name in a.names if name.key in b.named and words.start <= name.start < words.end]
    earlier = _earlier_than(b, cut)
    if not named or earlier is None:
        return None
    reason = f"{quote(a, words)} leaves no room for {quote(b, earlier)}."
    return Finding(a, b, "conflicts", "date", reason, a.span, b.span, 0.6)


def _ends_of_absence(utterance: Utterance) -> tuple[float, Span] | None:
    """When what is said not to have been begins to be, and the words from the negation to the time."""
    text = utterance.source.text
    for time in utterance.times:
        lead = text[max(utterance.span.start, time.start - NEAR) : time.end]
        absence = _ABSENT.search(lead)
        span = reach(time.edtf)
        if span and absence and set(lead[-24:].lower().split()) & closed_class("until"):
            start = time.end - len(lead) + absence.start()
            return (span[0] if span[0] > -inf else span[1] - 1), Span(start, time.end)
    return None


def _earlier_than(utterance: Utterance, cut: float) -> Span | None:
    """The words for a time, or a length of years, that reaches back before the cut."""
    for time in dates(utterance):
        span = reach(time.edtf)
        if span and span[0] < cut and span[0] > -inf:
            return Span(time.start, time.end)
    for quantity in utterance.quantities:
        since = quantity.value if quantity.value is not None else quantity.low
        if quantity.unit in {"year", "years"} and since and NOW - since < cut:
            return Span(quantity.start, quantity.end)
    return None
