"""Contested points: a question, its answers side by side, who is silent, and why they differ."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Claim, Entity, Link, Place, Quantity, Snapshot, Time
from sayso.views.dates import in_words
from sayso.views.entry import Entry, Reader
from sayso.views.figures import quantity_words, reach
from sayso.views.plot import Plot, plot

DISAGREE = frozenset({"conflicts", "rebuts"})


@dataclass(frozen=True)
class Answer:
    """One answer: its value in words where it has one, and every statement that gives it."""

    value: str
    reach: tuple[float, float, float] | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Point:
    """A contested point. ``voices`` and ``origins`` are counts; ``silent`` are names."""

    claim: Claim
    heading: str
    kind: str
    answers: tuple[Answer, ...]
    reasons: tuple[str, ...]
    silent: tuple[str, ...]
    plot: Plot | None


class Contest:
    """Reads contested points out of a snapshot."""

    def __init__(self, snapshot: Snapshot, reader: Reader) -> None:
        self._reader = reader
        self._entities = {entity.id: entity for entity in snapshot.entities}
        self._links: dict[str, list[Link]] = defaultdict(list)
        self._quantities: dict[str, list[Quantity]] = defaultdict(list)
        self._times: dict[str, list[Time]] = defaultdict(list)
        for link in snapshot.links:
            if link.relation in DISAGREE:
                self._links[link.a].append(link)
                self._links[link.b].append(link)
        for quantity in snapshot.quantities:
            self._quantities[quantity.document].append(quantity)
        for time in snapshot.times:
            self._times[time.document].append(time)

    def point(self, claim: Claim) -> Point:
        """The claim as a question with answers."""
        members = {member.statement: member.stance for member in claim.statements}
        links = sorted(
            {
                link.id: link for s in members for link in self._links[s] if {link.a, link.b} <= set(members)
            }.values(),
            key=lambda link: (-link.confidence, link.id),
        )
        kinds = Counter(link.kind or link.relation for link in links)
        kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else "polarity"
        grouped: dict[str, list[Entry]] = defaultdict(list)
        spans: dict[str, tuple[float, float, float] | None] = {}
        headings: Counter[str] = Counter()
        for statement_id, stance in members.items():
            statement = self._reader.statements[statement_id]
            value, span, of = self._value(statement_id, kind, links)
            key = value or (
                "says so" if stance == "asserts" else "denies it" if stance == "denies" else "asks"
            )
            grouped[key].append(self._reader.entry(statement, stance))
            spans.setdefault(key, span)
            headings.update([of] if of else [])
        answers = self._ordered([Answer(key, spans[key], tuple(grouped[key])) for key in grouped])
        return Point(
            claim=claim,
            heading=self._heading(claim, headings),
            kind=kind,
            answers=answers,
            reasons=tuple(dict.fromkeys(link.reason for link in links[:3])),
            silent=tuple(self._name(voice) for voice in claim.silent),
            plot=self._plot(answers),
        )

    def _heading(self, claim: Claim, counted: Counter[str]) -> str:
        if counted:
            best = min(counted, key=lambda of: (-counted[of], len(of), of))
            return best[:1].upper() + best[1:]
        return " ".join(claim.proposition.split())

    def _name(self, voice: str) -> str:
        entity: Entity | None = self._entities.get(voice)
        return entity.name if entity else voice.rsplit(":", 1)[-1]

    def _value(
        self, statement: str, kind: str, links: Sequence[Link]
    ) -> tuple[str | None, tuple[float, float, float] | None, str | None]:
        """What a statement answers: its figure or date in words, its reach, and what it counts."""
        places = [
            link.a_span if link.a == statement else link.b_span
            for link in links
            if statement in (link.a, link.b)
        ]
        own = self._reader.statements[statement]
        places += [Place(document=own.document, start=s.start, end=s.end) for s in own.content]
        for place in places:
            if kind == "number":
                for quantity in self._quantities[place.document]:
                    if quantity.start < place.end and place.start < quantity.end:
                        return quantity_words(quantity), reach(quantity), quantity.of
            if kind == "date":
                for time in self._times[place.document]:
                    if time.edtf and time.start < place.end and place.start < time.end:
                        return in_words(time.edtf), None, None
        return None, None, None

    @staticmethod
    def _ordered(answers: list[Answer]) -> tuple[Answer, ...]:
        """Most voices first, equals in order of their words."""
        return tuple(sorted(answers, key=lambda a: (-len({e.voice for e in a.entries}), a.value)))

    @staticmethod
    def _plot(answers: Sequence[Answer]) -> Plot | None:
        return plot([(a.reach, a.entries[0].hue, a.value) for a in answers if a.reach])
