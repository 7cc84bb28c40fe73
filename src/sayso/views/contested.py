"""Contested points: a question, its answers side by side, who is silent, and why they differ."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.records import Claim, ClaimStatement, Place, Quantity, Snapshot, Statement, Time
from sayso.views.dates import in_words
from sayso.views.dispute import DISAGREE, QUESTIONS, Dispute, disputes
from sayso.views.entry import Entry, Reader
from sayso.views.figures import vagueness
from sayso.views.given import Given, Value, in_one_unit
from sayso.views.naming import Names, Naming
from sayso.views.plot import Plot, plot
from sayso.views.progression import moved_on
from sayso.views.proposition import heading_words, unfitness
from sayso.views.voices import voice_key

#: Kinds whose answers are the words at odds themselves.
WORDED = frozenset({"naming", "uniqueness"})
#: Names of these are written with a capital by whoever writes with care.
CAPITALISED = frozenset({"country", "person", "place"})
#: Longer words at odds are the statements themselves, and no names.
LONGEST_NAME = 48


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
        self._small: dict[str, list[int]] = defaultdict(list)
        for mention in snapshot.mentions:
            if mention.type in CAPITALISED and mention.text[:1].islower():
                self._small[mention.document].append(mention.start)
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
        answering = self._voices(one.member for one in values)
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

    def _values(self, dispute: Dispute) -> list[Given]:
        """What each statement answers, several times where it gives several figures. Who only agrees with an
        answer must give the same: the parts of a sum agree with it and answer another question."""
        values = in_one_unit([one for member in dispute.members for one in self._given(member, dispute)])
        if dispute.kind in WORDED and not all(one.value.words for one in values):
            return [replace(one, value=Value()) for one in values]
        given = {one.value.words for one in values if one.disputed}
        return [one for one in values if one.disputed or not one.value.words or one.value.words in given]

    def _answers(self, dispute: Dispute, values: Sequence[Given]) -> tuple[Answer, ...]:
        """Most voices first, equals in order of their words; without values, a side each."""
        stances = {m.statement: m.stance for m in self._side(dispute)}
        grouped: dict[str, list[Entry]] = defaultdict(list)
        reaches: dict[str, tuple[float, float, float] | None] = {}
        for member, value in dict.fromkeys((one.member, one.value) for one in values):
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
        self, dispute: Dispute, values: Sequence[Given], answers: tuple[Answer, ...]
    ) -> tuple[str, bool]:
        """The question: what is counted, the rival names, else the words in dispute."""
        if dispute.kind == "naming" and all(answer.value for answer in answers):
            return ", ".join(sorted({a.value for a in answers}, key=str.casefold)), False
        counted = Counter((one.value.of, one.value.unit) for one in values if one.value.of)
        if counted:
            best = min(counted, key=lambda one: (*vagueness(*one), -counted[one], len(one[0]), one[0]))[0]
            return best[:1].upper() + best[1:], False
        asked = dispute.members if dispute.kind in QUESTIONS else (dispute.best.a, dispute.best.b)
        statements = [self._reader.statements[member] for member in asked]
        return heading_words(min(statements, key=self._unfitness)), True

    def _unfitness(self, statement: Statement) -> tuple[int | bool | str, ...]:
        small = sum(
            span.start <= at < span.end
            for at in self._small[statement.document]
            for span in statement.content
        )
        return unfitness(statement, self._reader.segments.get(statement.segment), small)

    def _voices(self, members: Iterable[str]) -> set[str]:
        return {voice_key(self._reader.statements[member]) for member in members}

    def _name(self, voice: str) -> str:
        return self._entities.get(voice) or voice.rsplit(":", 1)[-1]

    def _given(self, member: str, dispute: Dispute) -> list[Given]:
        """What a statement answers, read where the dispute's links touch it, else anywhere in it."""
        touched = dispute.touched(member)
        if dispute.kind in WORDED:
            words = " ".join(self._words(touched[0][0]).split())
            return [Given(member, Value(words if len(words) <= LONGEST_NAME else ""), True)]
        disputed = any(at_odds for _, at_odds in touched)
        statement = self._reader.statements[member]
        whole = [
            (Place(document=statement.document, start=s.start, end=s.end), disputed)
            for s in statement.content
        ]
        for places in (touched, whole):
            found = [
                Given(member, value, odds) for p, odds in places for value in self._read(p, dispute.kind)
            ]
            if found:
                return found if dispute.kind == "number" and places is touched else found[:1]
        return [Given(member, Value(), disputed)]

    def _read(self, place: Place, kind: str) -> list[Value]:
        """The figure or dates at that place, with the figures that the text moves on to, as answers."""
        if kind == "number":
            told = self._quantities[place.document]
            first = next((q for q in told if q.start < place.end and place.start < q.end), None)
            text = self._reader.documents[place.document].text
            return [Value.of_quantity(q) for q in moved_on(text, told, first)] if first else []
        if kind == "date":
            times = (t for t in self._times[place.document] if t.start < place.end and place.start < t.end)
            return [Value(in_words(time.edtf)) for time in times if time.edtf]
        return []

    def _words(self, place: Place) -> str:
        return self._reader.documents[place.document].text[place.start : place.end]
