"""Both sides' names: what a thing is called, and by whom."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sayso.records import Entity, Segment, Snapshot, Statement
from sayso.views.entry import Reader

#: Persons' short forms and nationality adjectives are no rival names.
CONTESTABLE = frozenset({"place", "event", "facility"})


@dataclass(frozen=True)
class NameUse:
    """One name and the voices that use it, in alphabetical order."""

    name: str
    users: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Naming:
    """A place or event and its names, in alphabetical order."""

    entity: Entity
    uses: tuple[NameUse, ...]


def rival_names(snapshot: Snapshot, reader: Reader, concerned: Collection[str]) -> tuple[Naming, ...]:
    """Places and events of the entities ``concerned`` that go by more than one name."""
    users: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    candidates = {
        e.id: e for e in snapshot.entities if e.id in concerned and e.type in CONTESTABLE and len(e.names) > 1
    }
    speakers = _speakers(snapshot, reader)
    segments: dict[str, list[Segment]] = defaultdict(list)
    for segment in snapshot.segments:
        segments[segment.document].append(segment)
    written: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in snapshot.mentions:
        if mention.entity in candidates:
            name = " ".join(mention.text.split())
            name = written[mention.entity].setdefault(name.casefold(), name)
            speaker = _speaker(speakers, mention.document, mention.start)
            users[mention.entity][name][speaker or _holder(segments, mention.document, mention.start)] += 1
    found = []
    for entity_id in sorted(
        candidates, key=lambda e: (-sum(map(len, users[e].values())), candidates[e].name)
    ):
        uses = tuple(
            NameUse(name, tuple(sorted(by)), sum(by.values()))
            for name, by in sorted(users[entity_id].items())
        )
        if _rivals([use.name for use in uses]):
            found.append(Naming(candidates[entity_id], uses))
    return tuple(found)


def _speakers(snapshot: Snapshot, reader: Reader) -> dict[str, list[Statement]]:
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in snapshot.statements:
        by_document[statement.document].append(statement)
    return by_document


def _speaker(statements: dict[str, list[Statement]], document: str, at: int) -> str:
    """Whose words hold that character: the innermost statement's voice."""
    holding = [
        (end - start, statement.voice_name)
        for statement in statements[document]
        for start, end in statement.content
        if start <= at < end
    ]
    return min(holding)[1] if holding else ""


def _holder(segments: dict[str, list[Segment]], document: str, at: int) -> str:
    """Whose segment holds that character: its speaker, else what kind it is."""
    for segment in segments[document]:
        if segment.start <= at < segment.end:
            return segment.speaker or segment.kind
    return "unsigned"


def _rivals(names: Collection[str]) -> bool:
    """Does any name say other words than another, rather than more of the same ("the X", "X region")?"""
    words = [frozenset(name.casefold().replace("-", " ").split()) for name in names]
    return any(not (one <= other or other <= one) for one in words for other in words)
