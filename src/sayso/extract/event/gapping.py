"""Clauses that leave the verb out: "A visited B in 1997 and 2016, and C in 2009"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.extract.event.clause import Clause
from sayso.extract.event.coding import Coding
from sayso.parse import ParsedDocument
from sayso.records import Span, Time

_LEADS = frozenset({"in", "on", "since", "by", "from", "during"})
_LONGEST_NAME = 5


def gapped(
    parsed: ParsedDocument, coding: Coding, after: Time, starting: Callable[[int], Time | None]
) -> Iterator[tuple[Coding, Time]]:
    """The events told after a dated one by a name and a date alone; ``starting`` gives the time that
    begins at an offset.

    The name is another target where the clause has a name for its direct object, else another actor.
    """
    sentence, same_actor = parsed.sentence_of(coding.head), _has_named_object(parsed, coding)
    at = _next(parsed, after.end)
    while at < sentence.end:
        at = _skip_joins(parsed, at, sentence.end)
        time = starting(parsed.tokens[at].start) if at < sentence.end else None
        if time is None:
            head, date = _name_before_date(parsed, at, sentence.end)
            time = starting(parsed.tokens[date].start) if head is not None and date < sentence.end else None
            if time is None or head is None:
                return
            told = replace(coding, span=Span(coding.span.start, max(time.end, coding.did.end)))
            yield replace(told, to=head) if same_actor else replace(told, who=head), time
        # A time may end within a token ("Sept.11"), which is then both behind and before it.
        at = max(at + 1, _next(parsed, time.end))


def _next(parsed: ParsedDocument, offset: int) -> int:
    """The first token at or after an offset."""
    return parsed.tokens_in(Span(offset, len(parsed.document.text))).start


def _skip_joins(parsed: ParsedDocument, at: int, end: int) -> int:
    while at < end and parsed.tokens[at].lower in (",", ";", "and"):
        at += 1
    return at


def _name_before_date(parsed: ParsedDocument, at: int, end: int) -> tuple[int | None, int]:
    """The head of the name that begins at a token, and the token after it and its preposition."""
    last = at
    while last < min(end, at + _LONGEST_NAME) and parsed.tokens[last].pos in ("PROPN", "DET", "ADJ", "NOUN"):
        last += 1
    if last == at or not any(parsed.tokens[one].pos == "PROPN" for one in range(at, last)):
        return None, last
    leads = last < end and parsed.tokens[last].lower in _LEADS
    return last - 1, last + leads


def _has_named_object(parsed: ParsedDocument, coding: Coding) -> bool:
    objects = () if coding.nominal else Clause(parsed, coding.head).objects
    return any(at == coding.to and parsed.tokens[at].pos == "PROPN" for at in objects)
