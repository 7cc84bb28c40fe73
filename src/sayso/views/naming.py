"""Both sides' names: what a thing is called, and by whom."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.lexicons.settlement import Named, located
from sayso.records import Mention, Segment, Snapshot, Statement, hull
from sayso.views.entry import Reader
from sayso.views.voices import voice_key

R = TypeVar("R", Mention, Segment, Statement)
#: Persons' short forms and nationality adjectives are no rival names.
CONTESTABLE = frozenset({"place", "event", "facility"})
#: How many characters back "this town" may reach.
REACH = 250
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+")


@dataclass(frozen=True)
class NameUse:
    """One name and the voices that use it, in alphabetical order."""

    name: str
    users: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Naming:
    """A place or event and its names, in alphabetical order; ``things``: the ids of all entities so named.

    A place called by its kind alone ("Old Town") stands with the town it lies in.
    """

    things: frozenset[str]
    uses: tuple[NameUse, ...]


class Names:
    """What a ledger calls its places and events, and which of them its statements speak of."""

    def __init__(self, snapshot: Snapshot, reader: Reader) -> None:
        self._texts = {document: record.text for document, record in reader.documents.items()}
        named = {e.id: {*map(_plain, e.names)} for e in snapshot.entities if e.type in CONTESTABLE}
        self._mentions = _by_document(
            m for m in snapshot.mentions if m.entity and _plain(m.text) in named.get(m.entity, ())
        )
        self._statements = _by_document(snapshot.statements)
        self._segments = _by_document(snapshot.segments)
        families: dict[str, set[str]] = defaultdict(set)
        homes = self._homes()
        for thing in sorted(named):
            families[homes.get(thing, thing)].add(thing)
        self._family = {thing: home for home, things in families.items() for thing in things}
        uses = self._uses()
        found = [Naming(frozenset(families[home]), used) for home, used in uses.items() if _rivals(used)]
        #: Places and events that go by more than one name, most users first.
        self.rivals = tuple(sorted(found, key=_prominence))

    def rival_names(self, concerned: Collection[str]) -> tuple[Naming, ...]:
        """Of the entities ``concerned`` those that go by more than one name."""
        return tuple(naming for naming in self.rivals if not naming.things.isdisjoint(concerned))

    def shared(self, statements: Iterable[Statement]) -> tuple[Naming, ...]:
        """Of what goes by more than one name that which at least two of the statements' voices speak of."""
        voices: dict[str, set[str]] = defaultdict(set)
        for statement in statements:
            for thing in self._spoken_of(statement):
                voices[self._family[thing]].add(voice_key(statement))
        common = {home for home, speakers in voices.items() if len(speakers) > 1}
        return tuple(n for n in self.rivals if any(self._family[thing] in common for thing in n.things))

    def _homes(self) -> dict[str, str]:
        """For each place called by its kind ("Old Town") the one place that the texts say it lies in."""
        found: dict[str, set[str]] = defaultdict(set)
        for document, mentions in self._mentions.items():
            places = [Named(m.start, m.end, m.entity or "") for m in mentions if m.type == "place"]
            for inner, outer in located(self._texts[document], places):
                found[inner].add(outer)
        return {inner: min(outer) for inner, outer in found.items() if len(outer) == 1}

    def _uses(self) -> dict[str, tuple[NameUse, ...]]:
        """The names of every family, in alphabetical order."""
        users: dict[str, dict[str, dict[str, int]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(int))
        )
        written: dict[tuple[str, str], str] = {}
        for mention in (m for mentions in self._mentions.values() for m in mentions):
            family = self._family.get(mention.entity or "")
            if family:
                name = " ".join(mention.text.split())
                name = written.setdefault((family, name.casefold()), name)
                users[family][name][self._speaker(mention)] += 1
        return {
            family: tuple(
                NameUse(name, tuple(sorted(by)), sum(by.values())) for name, by in sorted(named.items())
            )
            for family, named in users.items()
        }

    def _speaker(self, mention: Mention) -> str:
        """Whose words hold the name: the innermost statement's voice, else the segment's speaker or kind."""
        holding = [
            (end - start, statement.voice_name)
            for statement in self._statements[mention.document]
            for start, end in statement.content
            if start <= mention.start < end
        ]
        if holding and min(holding)[1]:
            return min(holding)[1]
        for segment in self._segments[mention.document]:
            if segment.start <= mention.start < segment.end:
                return segment.speaker or segment.kind
        return "unsigned"

    def _spoken_of(self, statement: Statement) -> set[str]:
        """What is named in the statement, else shortly before it ("this is the only ...")."""
        mentions = [m for m in self._mentions[statement.document] if m.entity in self._family]
        named = {
            str(m.entity)
            for start, end in statement.content
            for m in mentions
            if start <= m.start and m.end <= end
        }
        if named:
            return named
        begin, end = self._lead(statement)
        return {str(m.entity) for m in mentions if begin <= m.start and m.end <= end}

    def _lead(self, statement: Statement) -> tuple[int, int]:
        """From the start of the sentence before to the statement, within its segment."""
        document, end = statement.document, hull(statement.content).start
        opens = [s.start for s in self._segments[document] if s.id == statement.segment]
        begin = max(opens[0] if opens else 0, end - REACH)
        ends = [match.end() for match in _SENTENCE_END.finditer(self._texts[document], begin, end)]
        return (ends[-2] if len(ends) > 1 else begin), end


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _by_document(records: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.document].append(record)
    return found


def _prominence(naming: Naming) -> tuple[int, str]:
    return -sum(len(use.users) for use in naming.uses), naming.uses[0].name


def _rivals(uses: Sequence[NameUse]) -> bool:
    """Does any name say other words than another, rather than more of the same ("the X", "X region")?"""
    words = [frozenset(use.name.casefold().replace("-", " ").split()) for use in uses]
    return any(not (one <= other or other <= one) for one in words for other in words)
