"""From parsed text to events."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property

from msgspec import structs

from sayso.extract.entity import Naming
from sayso.extract.event.actor import Cast
from sayso.extract.event.affiliation import home_of
from sayso.extract.event.coding import Coding
from sayso.extract.event.context import contexts_of
from sayso.extract.event.gapping import gapped
from sayso.extract.event.mode import mode_of
from sayso.extract.event.sector import Sectors
from sayso.extract.event.weighing import weighed_codings
from sayso.extract.time import Holding
from sayso.parse import ParsedDocument, Sentence
from sayso.records import Event, Mention, Span, Statement, Time, ids
from sayso.records.figure import Status

#: What is this little sure to be told is not.
_LEAST = 0.2
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
#: A noun that names one party and no date seldom tells of something that happened.
_LEAST_UNDATED = 0.4


def find_events(
    parsed: ParsedDocument,
    naming: Naming,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    run: str,
) -> tuple[Event, ...]:
    """All events of the document, in order of text."""
    writer = _Writer(Cast(parsed, naming), run)
    dated = _Calendar(parsed, times)
    holding = Holding(statements)
    facets = {one.id: one.facets[0] for one in statements if one.facets}
    events: dict[str, Event] = {}
    for coding in weighed_codings(parsed, supposed=True):
        if coding.reading <= _LEAST:
            continue
        for told, when in dated.tellings(coding):
            if told.nominal and when is None and told.reading < _LEAST_UNDATED:
                continue
            statement = holding.over(told.span)
            event = writer.event(told, when, statement)
            facet = facets.get(statement or "")
            events.setdefault(event.id, structs.replace(event, facet=facet))
    return tuple(sorted(events.values(), key=lambda event: (event.start, event.end)))


@dataclass(frozen=True)
class _Writer:
    """Makes records of codings."""

    cast: Cast
    run: str

    def event(self, coding: Coding, when: str | None, statement: str | None) -> Event:
        """The record of a coding with its time."""
        parsed, cast = self.cast.parsed, self.cast
        who, to = cast.party(coding.who), cast.party(coding.to)
        names = [party.name if party else None for party in (who, to)]
        place = cast.place(coding.span)
        homes = (
            home_of(cast, coding.who, who.entity if who else None),
            home_of(cast, coding.to, to.entity if to else None),
        )
        return Event(
            id=ids.derive("evt", parsed.document.id, coding.span, coding.did, coding.code, names, when),
            document=parsed.document.id,
            statement=statement,
            start=coding.span.start,
            end=coding.span.end,
            who=who,
            did=" ".join(parsed.words(coding.did).split()),
            to=to,
            plover=coding.code,
            when=when,
            where=place.text if place else None,
            confidence=round(coding.reading, 3),
            run=self.run,
            status=self._status(coding, when),
            mode=self._mode(coding, place, homes),
            context=contexts_of(parsed, coding),
            who_country=homes[0],
            who_sector=self._sectors.of(coding.who, who),
            to_country=homes[1],
            to_sector=self._sectors.of(coding.to, to),
        )

    @cached_property
    def _sectors(self) -> Sectors:
        return Sectors(self.cast)

    def _mode(
        self, coding: Coding, place: Mention | None, homes: tuple[str | None, str | None]
    ) -> str | None:
        """The mode; a meeting of two countries in a third is hosted by a third party."""
        mode = mode_of(self.cast.parsed, coding)
        where = self.cast.country(place.entity) if place and place.entity else None
        if coding.code == "CONSULT" and mode is None and where and None not in homes and where not in homes:
            return "third-party"
        return mode

    def _status(self, coding: Coding, when: str | None) -> Status:
        """As told; what is dated after the document was published is still to come."""
        later = _is_after(when, self.cast.parsed.document.published)
        return "planned" if later and coding.status == "happened" else coding.status


def _is_after(when: str | None, published: str | None) -> bool:
    """Does a plain date begin after all of another?"""
    if not when or not published or not (_PLAIN.fullmatch(when) and _PLAIN.fullmatch(published)):
        return False
    least = min(len(when), len(published))
    return when[:least] > published[:least]


class _Calendar:
    """The dated times of a document, to be asked which of them governs an event."""

    def __init__(self, parsed: ParsedDocument, times: tuple[Time, ...]) -> None:
        self._parsed = parsed
        self._times = sorted((time for time in times if time.edtf), key=lambda time: time.start)
        self._starts = [time.start for time in self._times]

    def tellings(self, coding: Coding) -> list[tuple[Coding, str | None]]:
        """The event at each time it happened, with the words up to there: more than one where the clause
        joins several ("in 1997 and 2016") or leaves its verb out ("and B in 2009")."""
        inside = self._within(coding.span)
        if not inside:
            return [(coding, self._under(coding) if coding.nominal else self._around(coding))]
        verb = self._parsed.tokens[coding.head].start
        nearest = min(inside, key=lambda time: (self._distance(time, coding.head), abs(time.start - verb)))
        joined = [time for time in inside if self._joined_to(time, nearest)]
        further = list(gapped(self._parsed, coding, nearest, self._starting))
        joined = [time for time in joined if time not in [gap for _, gap in further]]
        if not joined and not further:
            return [(coding, self._value(nearest))]
        start, least = coding.span.start, coding.did.end
        return [
            (replace(coding, span=Span(start, max(time.end, least))), self._value(time))
            for time in (nearest, *joined)
        ] + [(gap, self._value(time)) for gap, time in further]

    def _starting(self, offset: int) -> Time | None:
        """The time that begins at an offset."""
        at = bisect_left(self._starts, offset)
        return self._times[at] if at < len(self._times) and self._starts[at] == offset else None

    def _value(self, time: Time) -> str | None:
        """The time as the event's: what goes on "since 1995" has an open end."""
        before = self._parsed.document.text[max(0, time.start - 8) : time.start].lower().split()
        open_ended = before[-1:] in (["since"], ["onwards"]) and time.edtf and "/" not in time.edtf
        return f"{time.edtf}/.." if open_ended else time.edtf

    def _joined_to(self, time: Time, other: Time) -> bool:
        """Is the time a conjunct of the other?"""
        indices = self._parsed.tokens_in(Span(time.start, time.end))
        if time is other or not indices:
            return False
        token = self._parsed.tokens[indices[-1]]
        return token.dep == "conj" and other.start <= self._parsed.tokens[token.head].start < other.end

    def _under(self, coding: Coding) -> str | None:
        """The first time after a noun among the words that hang on it ("the visit of B in 2022")."""
        token = self._parsed.tokens[coding.head]
        after = self._within(Span(token.end, self._parsed.tokens[token.right - 1].end))
        return self._value(after[0]) if after else None

    def _around(self, coding: Coding) -> str | None:
        """The only time of the event's sentence, if there is just one; that of the sentence before where
        a pronoun carries its past on ("In 1997 A visited B. He met C.")."""
        sentence = self._parsed.sentence_of(coding.head)
        values = self._values(sentence)
        if not values and self._carries_on(coding) and sentence.i > 0:
            before = self._parsed.sentences[sentence.i - 1]
            root = next(
                (one for one in self._parsed.tokens[before.start : before.end] if one.head == one.i), None
            )
            if before.passage == sentence.passage and root is not None and root.tag == "VBD":
                values = [value for value in self._values(before) if "/" not in value]
        return values[0] if len(values) == 1 else None

    def _values(self, sentence: Sentence) -> list[str]:
        """The different times of a sentence."""
        around = self._within(self._parsed.span(sentence.start, sentence.end))
        return list(dict.fromkeys(value for time in around if (value := self._value(time))))

    def _carries_on(self, coding: Coding) -> bool:
        """Is it told in the simple past, of somebody a pronoun takes up?"""
        verb, subject = self._parsed.tokens[coding.head], self._parsed.child(coding.head, "nsubj")
        pronoun = subject is not None and self._parsed.tokens[subject].lower in ("he", "she", "they")
        return pronoun and verb.tag == "VBD" and verb.dep == "ROOT"

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
