"""The whole ledger at one moment: names resolved to entities of all documents, human decisions done to it."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from sayso.ledger import reader
from sayso.records import (
    Claim,
    Decision,
    Entity,
    Event,
    Extraction,
    Happening,
    Link,
    Mention,
    Origin,
    Party,
    Quantity,
    Snapshot,
    Statement,
)
from sayso.review.assessment import settled
from sayso.review.editing import rejected_in, with_edits, without_rejected

R = TypeVar("R", Link, Origin)
_change = msgspec.structs.replace


def snapshot(connection: sa.Connection) -> Snapshot:
    """All records, in the order ``Snapshot`` promises."""
    resolution, decisions = reader.resolution(connection), reader.every(connection, Decision)
    raw, effects = settled(decisions, reader.extractions(connection))
    whole = [resolved(with_edits(e, effects), resolution) for e in raw]
    read = [without_rejected(e, effects) for e in whole]
    known = {s.id for e in read for s in e.statements}
    links, unlinked = _used(link for link in reader.every(connection, Link) if {link.a, link.b} <= known)
    origins, unfounded = _used(reader.every(connection, Origin))
    return Snapshot(
        documents=tuple(e.document for e in read),
        segments=tuple(s for e in read for s in e.segments),
        statements=tuple(s for e in read for s in e.statements),
        mentions=tuple(m for e in read for m in e.mentions),
        entities=reader.every(connection, Entity),
        quantities=tuple(q for e in read for q in e.quantities),
        times=tuple(t for e in read for t in e.times),
        events=tuple(v for e in read for v in e.events),
        claims=tuple(_remaining(c, known) for c in reader.every(connection, Claim) if _stands(c, known)),
        links=links,
        origins=origins,
        happenings=_told(reader.every(connection, Happening), {v.id for e in read for v in e.events}),
        decisions=decisions,
        refusals=reader.refusals(connection),
        runs=reader.runs(connection),
        edits=tuple(edit for _, held in sorted(effects.edits.items()) for edit in held),
        rejected=(*(r for e in whole for r in rejected_in(e, effects)), *unlinked, *unfounded),
        judged=dict(effects.judged),
    )


def _used(records: Iterable[R]) -> tuple[tuple[R, ...], tuple[R, ...]]:
    """The records in use, and those that people rejected."""
    held = tuple(records)
    out = "rejected"
    return tuple(x for x in held if x.standing != out), tuple(x for x in held if x.standing == out)


def _stands(claim: Claim, known: set[str]) -> bool:
    """Is any statement of the claim left? (Some go when a document is read anew before aligning.)"""
    return any(s.statement in known for s in claim.statements)


def _remaining(claim: Claim, known: set[str]) -> Claim:
    return _change(claim, statements=tuple(s for s in claim.statements if s.statement in known))


def _told(happenings: tuple[Happening, ...], known: set[str]) -> tuple[Happening, ...]:
    """The happenings of which any telling is left."""
    left = (_change(one, events=tuple(e for e in one.events if e in known)) for one in happenings)
    return tuple(one for one in left if one.events)


def resolved(extraction: Extraction, resolution: Mapping[str, str]) -> Extraction:
    """The extraction with entity ids in place of referent ids, null for those not resolved."""

    def party(of: Party | None) -> Party | None:
        return None if of is None else Party(entity=resolution.get(of.entity or ""), name=of.name)

    def statement(of: Statement) -> Statement:
        chain = tuple(_change(link, entity=resolution.get(link.entity or "")) for link in of.chain)
        return _change(of, voice=resolution.get(of.voice or ""), chain=chain)

    def quantity(of: Quantity) -> Quantity:
        return _change(of, about=tuple(filter(None, map(party, of.about))))

    def mention(of: Mention) -> Mention:
        return _change(of, entity=resolution.get(of.entity or ""))

    def event(of: Event) -> Event:
        return _change(of, who=party(of.who), to=party(of.to))

    return _change(
        extraction,
        statements=tuple(map(statement, extraction.statements)),
        mentions=tuple(map(mention, extraction.mentions)),
        quantities=tuple(map(quantity, extraction.quantities)),
        events=tuple(map(event, extraction.events)),
    )
