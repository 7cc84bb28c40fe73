"""From parsed text to events."""

from bisect import bisect_left

from sayso.extract.entity import Naming
from sayso.extract.event.actor import Cast
from sayso.extract.event.coding import Coding, find_codings
from sayso.extract.time import statement_over
from sayso.parse import ParsedDocument
from sayso.records import Event, Span, Statement, Time, ids


def find_events(
    parsed: ParsedDocument,
    naming: Naming,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    run: str,
) -> tuple[Event, ...]:
    """All events of the document, in order of text."""
    cast = Cast(parsed, naming)
    dated = _Calendar(parsed, times)
    events: dict[str, Event] = {}
    for coding in find_codings(parsed):
        event = _event(coding, cast, dated, statements, run)
        events.setdefault(event.id, event)
    return tuple(sorted(events.values(), key=lambda event: (event.start, event.end, event.id)))


def _event(
    coding: Coding, cast: Cast, dated: "_Calendar", statements: tuple[Statement, ...], run: str
) -> Event:
    parsed, who, to = cast.parsed, cast.party(coding.who), cast.party(coding.to)
    names = [party.name if party else None for party in (who, to)]
    return Event(
        id=ids.derive("evt", parsed.document.id, coding.span, coding.did, coding.code, names),
        document=parsed.document.id,
        statement=statement_over(coding.span, statements),
        start=coding.span.start,
        end=coding.span.end,
        who=who,
        did=" ".join(parsed.words(coding.did).split()),
        to=to,
        plover=coding.code,
        when=dated.when(coding),
        where=cast.place(coding.span),
        confidence=round(coding.confidence, 3),
        run=run,
    )


class _Calendar:
    """The dated times of a document, to be asked which of them governs an event."""

    def __init__(self, parsed: ParsedDocument, times: tuple[Time, ...]) -> None:
        self._parsed = parsed
        self._times = sorted((time for time in times if time.edtf), key=lambda time: time.start)
        self._starts = [time.start for time in self._times]

    def when(self, coding: Coding) -> str | None:
        """The time in the clause nearest to its verb in the tree; else the only one of its sentence."""
        inside = self._within(coding.span)
        sentence = self._parsed.sentence_of(coding.head)
        around = self._within(self._parsed.span(sentence.start, sentence.end))
        if inside:
            return min(inside, key=lambda time: (self._distance(time, coding.head), -time.start)).edtf
        values = list(dict.fromkeys(time.edtf for time in around))
        return values[0] if len(values) == 1 else None

    def _within(self, span: Span) -> list[Time]:
        first = bisect_left(self._starts, span.start)
        return self._times[first : bisect_left(self._starts, span.end)]

    def _distance(self, time: Time, head: int) -> int:
        """Steps from the time up to the event's word; 99 where it hangs on something else."""
        indices = self._parsed.tokens_in(Span(time.start, time.end))
        if not indices:
            return 99
        for steps, at in enumerate((indices[-1], *self._parsed.ancestors(indices[-1]))):
            if at == head:
                return steps
        return 99
