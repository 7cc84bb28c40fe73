"""One record with its evidence and everything linked to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.records import (
    Claim,
    Document,
    Entity,
    Event,
    Happening,
    Link,
    Origin,
    Quantity,
    Record,
    Snapshot,
    Statement,
    Time,
    hull,
)
from sayso.views.judgement import judgement

_PARTS = (
    "documents", "segments", "statements", "mentions", "entities", "quantities", "times", "events",
    "claims", "links", "origins", "happenings", "decisions", "runs",
)  # fmt: skip

_REJECTED = {
    Statement: "statements", Quantity: "quantities", Time: "times", Event: "events", Link: "links",
    Origin: "origins",
}  # fmt: skip


@dataclass(frozen=True)
class RecordSheet:
    """``kind`` is the record's type in the plural; ``before``, ``quote`` and ``after`` are the stored
    words at its place, empty where it has none; ``linked`` is by type; ``judgement``: people's words."""

    kind: str
    record: Record
    before: str
    quote: str
    after: str
    linked: tuple[tuple[str, tuple[Record, ...]], ...]
    judgement: tuple[str, ...] = ()


def record_sheet(snapshot: Snapshot, record_id: str) -> RecordSheet:
    """The record of that id, or of the only id that begins so; ``UsageError`` for none or several."""
    every = {r.id: (part, r) for part in _PARTS for r in getattr(snapshot, part)}
    every |= {r.id: (_REJECTED[type(r)], r) for r in snapshot.rejected}
    found = [record_id] if record_id in every else sorted(i for i in every if i.startswith(record_id))
    if len(found) != 1:
        told = "no record" if not found else f"{len(found)} records"
        raise UsageError(f"{told} in this ledger has an id beginning {record_id!r}; ids are in sayso export")
    kind, record = every[found[0]]
    documents = {d.id: d for d in snapshot.documents}
    before, quote, after = _words(record, documents)
    near = _neighbours(snapshot, record)
    linked = [(part, tuple(r for r in getattr(snapshot, part) if r.id in near)) for part in _PARTS]
    parts = tuple((part, records) for part, records in linked if records)
    return RecordSheet(kind, record, before, quote, after, parts, judgement(snapshot, found[0]))


def _words(record: Record, documents: dict[str, Document], around: int = 80) -> tuple[str, str, str]:
    """The words at a record's place, with those before and after."""
    if isinstance(record, Statement):
        start, end = hull(record.content) if record.content else (0, 0)
    else:
        start, end = getattr(record, "start", 0), getattr(record, "end", 0)
    document = documents.get(getattr(record, "document", ""))
    if document is None or start == end:
        return "", "", ""
    text = document.text
    return text[max(0, start - around) : start], text[start:end], text[end : end + around]


def _neighbours(snapshot: Snapshot, record: Record) -> set[str]:
    """The ids a record names, and the ids of the records that name it."""
    own = getattr(record, "id", "")
    wholes = (*snapshot.claims, *snapshot.links, *snapshot.origins, *snapshot.happenings, *snapshot.decisions)
    parts = (*snapshot.statements, *snapshot.quantities, *snapshot.times, *snapshot.events)
    if isinstance(record, Entity):
        parts = (*parts, *snapshot.mentions)
    if isinstance(record, Document):
        parts = ()
    naming = {getattr(r, "id", "") for r in (*wholes, *parts) if own in set(_named(r))}
    if isinstance(record, Document):
        naming |= {s.id for s in snapshot.segments if s.document == own}
    if isinstance(record, Event):
        naming |= {told for one in snapshot.happenings if own in one.events for told in one.events}
    return (set(_named(record)) | naming) - {own}


def _named(record: Record) -> Iterator[str]:
    if isinstance(record, Claim):
        yield from (s.statement for s in record.statements)
    elif isinstance(record, Link):
        yield from (record.a, record.b)
    elif isinstance(record, Happening):
        yield from record.events
    elif isinstance(record, Origin):
        yield from (d for d in (record.document, record.from_document) if d)
    else:
        fields: Sequence[str] = ("document", "segment", "statement", "voice", "entity", "on")
        yield from (str(getattr(record, f)) for f in fields if getattr(record, f, None))
        parties = (getattr(record, "who", None), getattr(record, "to", None), *getattr(record, "about", ()))
        yield from (party.entity for party in parties if party and party.entity)
