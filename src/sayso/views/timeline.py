"""What happened when, in the words of those who say so; one happening once, its tellings side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.records import Event, Happening, Snapshot, Statement
from sayso.views.dates import in_words, order, reach
from sayso.views.dating import Dated, dated
from sayso.views.entry import Entry, Reader

#: What is not told as done is worded so.
STATUS_WORDS = {"denied": "denied", "planned": "planned", "hypothetical": "only supposed"}
_UNDATED = "no date given"


@dataclass(frozen=True)
class Telling:
    """One statement of a happening. ``status`` is "" where it is told as done; ``date`` is the telling's own
    where that is not the one it stands under."""

    entry: Entry
    status: str
    date: str


@dataclass(frozen=True)
class Occasion:
    """One happening with its tellings; ``note`` says what they set against each other, else ""."""

    tellings: tuple[Telling, ...]
    note: str = ""


@dataclass(frozen=True)
class Moment:
    """One time and what is dated to it."""

    edtf: str
    words: str
    occasions: tuple[Occasion, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All statements that stand under the time."""
        return tuple(telling.entry for occasion in self.occasions for telling in occasion.tellings)


def timeline(snapshot: Snapshot, reader: Reader, statements: Collection[Statement]) -> tuple[Moment, ...]:
    """Every dated statement under each of its dates, earliest first; tellings of one happening together,
    under the most exact date that any gives. Hostile speech is left out."""
    wanted = {one.id: one for one in statements if not reader.hostile(one)}
    told = _Told.of(snapshot, wanted)
    units: dict[str, list[Dated]] = defaultdict(list)
    for one in dated(snapshot, reader.documents, wanted.values()):
        happening = told.happening(one)
        units[happening.id if happening else f"{one.statement.id} {one.edtf}"].append(one)
    found: dict[tuple[str, str], list[Occasion]] = defaultdict(list)
    for key, members in _once(units).items():
        first = min(members, key=_exactness)
        found[first.edtf, first.words].append(told.occasion(key, first, members, reader))
    return tuple(
        Moment(edtf, words, tuple(sorted(occasions, key=_place)))
        for (edtf, words), occasions in sorted(found.items(), key=lambda item: (order(item[0][0]), item[0]))
    )


@dataclass
class _Told:
    """What the events of a ledger say of dated statements."""

    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    of_statement: Mapping[str, Sequence[Event]]
    of_event: Mapping[str, Happening]
    by_id: dict[str, Happening] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot, wanted: Mapping[str, Statement]) -> "_Told":
        """The events of the statements wanted, and the happenings that several of these tell."""
        events = {event.id: event for event in snapshot.events if event.statement in wanted}
        spoken: dict[str, list[Event]] = defaultdict(list)
        for event in events.values():
            spoken[event.statement or ""].append(event)
        several = [
            one
            for one in snapshot.happenings
            if len({events[event].statement for event in one.events if event in events}) > 1
        ]
        of_event = {event: one for one in several for event in one.events}
        return cls(wanted, events, spoken, of_event, {one.id: one for one in several})

    def _at(self, one: Dated) -> Iterator[Event]:
        """The events that a statement dates by this time."""
        for event in self.of_statement.get(one.statement.id, ()):
            if event.when and event.when.removesuffix("/..") == one.edtf.removesuffix("/.."):
                yield event

    def happening(self, one: Dated) -> Happening | None:
        """The happening with several tellings that the statement dates, if any."""
        return next((self.of_event[event.id] for event in self._at(one) if event.id in self.of_event), None)

    def occasion(self, key: str, first: Dated, members: Sequence[Dated], reader: Reader) -> Occasion:
        """The statements of one happening as shown, those without a date last."""
        happening = self.by_id.get(key)
        tellings = [
            Telling(
                reader.entry(one.statement),
                self._status([*self._at(one)], one.statement),
                "" if one.words == first.words else one.words,
            )
            for one in members
        ]
        if happening:
            tellings += self._undated(happening, {one.statement.id for one in members}, reader)
        return Occasion(tuple(tellings), _note(happening) if happening else "")

    def _undated(self, happening: Happening, shown: set[str], reader: Reader) -> Iterator[Telling]:
        for event in (self.events[one] for one in happening.events if one in self.events):
            if event.statement and event.statement not in shown and not event.when:
                shown.add(event.statement)
                statement = self.statements[event.statement]
                yield Telling(reader.entry(statement), self._status([event], statement), _UNDATED)

    def _status(self, events: Sequence[Event], statement: Statement) -> str:
        """How it is told: by its events at that time, else by the statement's own modality."""
        if any(event.status == "happened" for event in events):
            return ""
        if events:
            return STATUS_WORDS[events[0].status]
        return STATUS_WORDS["hypothetical"] if statement.modality == "hypothetical" else ""


def _note(happening: Happening) -> str:
    """What the tellings set against each other."""
    parts = []
    if "date" in happening.contested:
        parts.append(f"dated apart: {' against '.join(in_words(when) for when in happening.when)}")
    if "polarity" in happening.contested:
        parts.append("told as done and denied")
    return "; ".join(parts)


def _exactness(one: Dated) -> tuple[int, object, str]:
    """Least for the shortest stretch, the earliest of equals."""
    span = reach(one.edtf) or ((0, 1, 1), (9999, 12, 31))
    days = (span[1][0] - span[0][0]) * 372 + (span[1][1] - span[0][1]) * 31 + span[1][2] - span[0][2]
    return days, span, one.statement.id


def _place(occasion: Occasion) -> tuple[str, int]:
    note = occasion.tellings[0].entry.note
    return note.document.id, note.start


def _once(units: Mapping[str, Sequence[Dated]]) -> dict[str, list[Dated]]:
    """The units, each statement once, without statements whose words are all inside another's of the same
    time; in order of text."""
    every = [one for members in units.values() for one in members]
    outer: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in every:
        outer[one.statement.document, one.edtf].append(one.statement)
    kept: dict[str, list[Dated]] = {}
    for key, members in units.items():
        first = {one.statement.id: one for one in sorted(members, key=_exactness, reverse=True)}
        left = [
            one
            for one in first.values()
            if not any(_inside(one.statement, other) for other in outer[one.statement.document, one.edtf])
        ]
        if left or any(key.startswith("hap_") for _ in members):
            kept[key] = sorted(
                left or first.values(), key=lambda one: (one.statement.document, one.statement.content)
            )
    return kept


def _inside(one: Statement, other: Statement) -> bool:
    def size(statement: Statement) -> int:
        return sum(end - start for start, end in statement.content)

    return size(one) < size(other) and all(any(o.covers(s) for o in other.content) for s in one.content)
