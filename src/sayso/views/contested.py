"""Contested points: a question, its answers side by side, who is silent, and why they differ."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sayso.records import Claim, ClaimStatement, Place, Quantity, Snapshot, Time
from sayso.views.dates import in_words
from sayso.views.dispute import DISAGREE, QUESTIONS, Dispute, disputes
from sayso.views.entry import Entry, Reader
from sayso.views.figures import quantity_words, reach
from sayso.views.naming import Names, Naming
from sayso.views.plot import Plot, plot
from sayso.views.voices import voice_key

#: Kinds whose answers are the words at odds themselves.
WORDED = frozenset({"naming", "uniqueness"})
#: Longer words at odds are the statements themselves, and no names.
LONGEST_NAME = 48
#: Fewer words than these ("it made") do not tell what is counted.
LEAST_WORDS = 3


@dataclass(frozen=True)
class Answer:
    """One answer: its value where it has one ("about 16,000", "1976", a name), and who gives it."""

    value: str
    reach: tuple[float, float, float] | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Point:
    """A contested point. ``id`` is its surest link; ``quoted``: is the heading a document's own words?"""

    id: str
    heading: str
    quoted: bool
    kind: str
    answers: tuple[Answer, ...]
    reasons: tuple[str, ...]
    silent: tuple[str, ...]
    silent_ids: tuple[str, ...]
    voices: int
    origins: int
    plot: Plot | None
    names: tuple[Naming, ...] = ()

    @property
    def order(self) -> tuple[int, int, int, str]:
        """Questions first, then names, then statements at odds; most independent voices first."""
        rank = 0 if self.kind in QUESTIONS else 1 if self.kind == "naming" else 2
        return rank, -self.origins, -self.voices, self.id


def contested_points(snapshot: Snapshot, reader: Reader, chosen: Collection[str]) -> list[Point]:
    """The points at least one of whose statements is ``chosen`` (ids), strongest first."""
    contest = Contest(snapshot, reader)
    wanted = [d for d in disputes(snapshot) if not set(chosen).isdisjoint(d.members)]
    return sorted((contest.point(dispute) for dispute in wanted), key=lambda point: point.order)


@dataclass(frozen=True)
class _Value:
    """What a statement answers: the words, their reach on an axis, what they count and in what unit."""

    words: str = ""
    reach: tuple[float, float, float] | None = None
    of: str | None = None
    unit: str | None = None

    @property
    def bare(self) -> bool:
        """Is it a figure without a unit?"""
        return self.reach is not None and not self.unit


class Contest:
    """Turns disputes into points."""

    def __init__(self, snapshot: Snapshot, reader: Reader) -> None:
        self._reader = reader
        self._names = Names(snapshot, reader)
        self._entities = {entity.id: entity.name for entity in snapshot.entities}
        self._homes: dict[str, Claim] = {
            member.statement: claim for claim in snapshot.claims for member in claim.statements
        }
        self._quantities: dict[str, list[Quantity]] = defaultdict(list)
        self._times: dict[str, list[Time]] = defaultdict(list)
        for quantity in snapshot.quantities:
            self._quantities[quantity.document].append(quantity)
        for time in snapshot.times:
            self._times[time.document].append(time)

    def point(self, dispute: Dispute) -> Point:
        """The dispute as a question with answers."""
        values = self._values(dispute)
        answers = self._answers(dispute, values)
        heading, quoted = self._heading(dispute, values, answers)
        home = self._homes.get(dispute.best.a)
        disagreements = [link for link in dispute.links if link.relation in DISAGREE]
        answering = self._voices(values)
        expected = home.silent if home and dispute.kind != "naming" else ()
        silent = [voice for voice in expected if voice not in answering]
        return Point(
            id=dispute.best.id,
            heading=heading,
            quoted=quoted,
            kind=dispute.kind,
            answers=answers,
            reasons=tuple(dict.fromkeys(link.reason for link in disagreements))[:3],
            silent=tuple(dict.fromkeys(self._name(voice) for voice in silent)),
            silent_ids=tuple(silent),
            voices=len(answering),
            origins=max(1, len(self._voices(e for x in dispute.links if x.independent for e in (x.a, x.b)))),
            plot=plot([(a.reach, a.entries[0].hue, a.value) for a in answers if a.reach]),
            names=self._called(dispute),
        )

    def _called(self, dispute: Dispute) -> tuple[Naming, ...]:
        """The names of what both sides speak of, where the dispute is not about them itself."""
        if dispute.kind == "naming":
            return ()
        return self._names.shared(self._reader.statements[member] for member in dispute.members)

    def _values(self, dispute: Dispute) -> dict[str, _Value]:
        """What each statement answers. Who only agrees with an answer must give the same: the parts of a
        sum agree with it and answer another question."""
        values = _in_one_unit({member: self._value(member, dispute) for member in dispute.members})
        if dispute.kind in WORDED and not all(value.words for value in values.values()):
            return dict.fromkeys(values, _Value())
        given = {values[member].words for member in dispute.opponents}
        return {m: v for m, v in values.items() if m in dispute.opponents or not v.words or v.words in given}

    def _answers(self, dispute: Dispute, values: dict[str, _Value]) -> tuple[Answer, ...]:
        """Most voices first, equals in order of their words; without values, a side each."""
        stances = {m.statement: m.stance for m in self._side(dispute)}
        grouped: dict[str, list[Entry]] = defaultdict(list)
        reaches: dict[str, tuple[float, float, float] | None] = {}
        for member, value in values.items():
            statement = self._reader.statements[member]
            side = stances.get(member, member)
            key = value.words or f"\0{side}"
            grouped[key].append(self._reader.entry(statement))
            reaches.setdefault(key, value.reach)
        found = [Answer(k.partition("\0")[0], reaches[k], tuple(grouped[k])) for k in grouped]
        return tuple(
            sorted(found, key=lambda a: (-len({e.voice for e in a.entries}), a.reach or (0.0,) * 3, a.value))
        )

    def _side(self, dispute: Dispute) -> tuple[ClaimStatement, ...]:
        """The stances in the claim that holds the dispute, where more than two are in it."""
        home = self._homes.get(dispute.best.a)
        return home.statements if home and len(dispute.members) > 2 else ()

    def _heading(
        self, dispute: Dispute, values: dict[str, _Value], answers: tuple[Answer, ...]
    ) -> tuple[str, bool]:
        """The question: what is counted, the rival names, else the words in dispute."""
        if dispute.kind == "naming" and all(answer.value for answer in answers):
            return ", ".join(sorted({a.value for a in answers}, key=str.casefold)), False
        counted = Counter((value.of, value.unit) for value in values.values() if value.of)
        if counted:
            best = min(counted, key=lambda one: (*_vagueness(*one), -counted[one], len(one[0]), one[0]))[0]
            return best[:1].upper() + best[1:], False
        home = self._homes.get(dispute.best.a)
        words = home.proposition if home else self._reader.statements[dispute.best.a].text
        return " ".join(words.split()), True

    def _voices(self, members: Iterable[str]) -> set[str]:
        return {voice_key(self._reader.statements[member]) for member in members}

    def _name(self, voice: str) -> str:
        return self._entities.get(voice) or voice.rsplit(":", 1)[-1]

    def _value(self, member: str, dispute: Dispute) -> _Value:
        """What a statement answers, read where the dispute's links touch it, else anywhere in it."""
        touched = [x.a_span if x.a == member else x.b_span for x in dispute.links if member in (x.a, x.b)]
        if dispute.kind in WORDED:
            words = " ".join(self._words(touched[0]).split())
            return _Value(words if len(words) <= LONGEST_NAME else "")
        statement = self._reader.statements[member]
        whole = [Place(document=statement.document, start=s.start, end=s.end) for s in statement.content]
        for place in [*touched, *whole]:
            if dispute.kind == "number":
                for quantity in self._quantities[place.document]:
                    if quantity.start < place.end and place.start < quantity.end:
                        return _Value(quantity_words(quantity), reach(quantity), quantity.of, quantity.unit)
            if dispute.kind == "date":
                for time in self._times[place.document]:
                    if time.edtf and time.start < place.end and place.start < time.end:
                        return _Value(in_words(time.edtf))
        return _Value()

    def _words(self, place: Place) -> str:
        return self._reader.documents[place.document].text[place.start : place.end]


def _vagueness(of: str, unit: str | None) -> tuple[bool, bool]:
    """How little the words tell of what is counted: not its unit, too few words."""
    return bool(unit) and (unit or "")[:4].casefold() not in of.casefold(), len(of.split()) < LEAST_WORDS


def _in_one_unit(values: dict[str, _Value]) -> dict[str, _Value]:
    """A bare figure among figures in one unit is in that unit too ("40" beside "12 deaths")."""
    units = {value.unit for value in values.values() if value.unit}
    if len(units) != 1:
        return values
    unit = units.pop()
    return {
        member: replace(value, words=f"{value.words} {unit}", unit=unit) if value.bare else value
        for member, value in values.items()
    }
