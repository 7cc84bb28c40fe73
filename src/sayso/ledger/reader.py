"""Reading records back, in the order the bundle promises."""

from collections.abc import Iterator
from typing import Any, TypeVar

import sqlalchemy as sa

from sayso.ledger.rows import from_row
from sayso.ledger.schema import ALIGNED, DOCUMENT_URIS, EXTRACTED, NAMES, RESOLUTION, TABLES
from sayso.records import (
    Claim,
    Decision,
    Document,
    Event,
    Extraction,
    Link,
    Mention,
    Quantity,
    Record,
    Referent,
    Refusal,
    Run,
    Segment,
    Statement,
    Time,
    codec,
    hull,
    ids,
)

R = TypeVar("R", bound=Record)


def document(connection: sa.Connection, document_id: str) -> Document | None:
    """The document of that id with all names it was found under."""
    table = TABLES[Document]
    row = connection.execute(sa.select(table).where(table.c.id == document_id)).mappings().first()
    return None if row is None else _document(connection, row)


def _document(connection: sa.Connection, row: Any) -> Document:
    uris = sa.select(DOCUMENT_URIS.c.uri).where(DOCUMENT_URIS.c.document == row["id"])
    return from_row(row, Document, uris=sorted(connection.scalars(uris)))


def document_ids(connection: sa.Connection) -> list[str]:
    """The ids of all documents, in order."""
    return sorted(connection.scalars(sa.select(TABLES[Document].c.id)))


def extracted_by(connection: sa.Connection, document_id: str) -> str | None:
    """The id of the run that read the document last."""
    return connection.scalar(sa.select(EXTRACTED.c.run).where(EXTRACTED.c.document == document_id))


def text_hashes(connection: sa.Connection) -> dict[str, str]:
    """For each document the SHA-256 of its text in UTF-8, as it was when it was read."""
    rows = connection.execute(sa.select(EXTRACTED.c.document, EXTRACTED.c.text_sha256))
    return {row.document: row.text_sha256 for row in rows}


def extraction(connection: sa.Connection, document_id: str) -> Extraction:
    """Everything read out of one document."""
    stored = document(connection, document_id)
    if stored is None:
        raise KeyError(document_id)
    return Extraction(
        document=stored,
        segments=of_document(connection, Segment, document_id),
        statements=of_document(connection, Statement, document_id),
        mentions=of_document(connection, Mention, document_id),
        referents=of_document(connection, Referent, document_id),
        quantities=of_document(connection, Quantity, document_id),
        times=of_document(connection, Time, document_id),
        events=of_document(connection, Event, document_id),
    )


def extractions(connection: sa.Connection) -> Iterator[Extraction]:
    """Everything read out of each document, one document after the other, in order of id."""
    for document_id in document_ids(connection):
        yield extraction(connection, document_id)


def of_document(connection: sa.Connection, kind: type[R], document_id: str) -> tuple[R, ...]:
    """One document's records of a kind, in order of text."""
    table = TABLES[kind]
    rows = connection.execute(sa.select(table).where(table.c.document == document_id)).mappings()
    return tuple(sorted((from_row(row, kind) for row in rows), key=in_text_order))


def every(connection: sa.Connection, kind: type[R]) -> tuple[R, ...]:
    """All records of a kind that is not of one document, in order of id."""
    rows = connection.execute(sa.select(TABLES[kind])).mappings()
    return tuple(sorted((from_row(row, kind) for row in rows), key=lambda r: str(getattr(r, "id", ""))))


def refusals(connection: sa.Connection) -> tuple[Refusal, ...]:
    """What was refused, in order of uri, without the files that could be read at another time.

    Lines of standard input are named by their number only, so those stay.
    """
    read = set(connection.scalars(sa.select(DOCUMENT_URIS.c.uri)))
    kept = (
        refusal
        for refusal in every(connection, Refusal)
        if refusal.uri not in read or refusal.uri.startswith("-")
    )
    return tuple(sorted(kept, key=lambda r: (r.uri, r.sha256 or "", r.reason)))


def runs(connection: sa.Connection) -> tuple[Run, ...]:
    """The runs that anything in the ledger comes from."""
    used = set(connection.scalars(sa.select(EXTRACTED.c.run))) | set(
        connection.scalars(sa.select(ALIGNED.c.run))
    )
    return tuple(run for run in every(connection, Run) if run.id in used)


def aligned_by(connection: sa.Connection) -> str | None:
    """The id of the run that aligned the ledger as it is now, null where documents came in since."""
    return connection.scalar(sa.select(ALIGNED.c.run))


def basis(connection: sa.Connection) -> str:
    """A hash of what an alignment is made from: which run read each document, and the decisions."""
    read = connection.execute(sa.select(EXTRACTED.c.document, EXTRACTED.c.run))
    decided = connection.scalars(sa.select(TABLES[Decision].c.id))
    seen = [sorted((row.document, row.run) for row in read), sorted(decided)]
    return ids.sha256(codec.plain_to_json(seen))


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many statements, claims and conflicts there are, without reading them."""
    links = TABLES[Link]
    disagreeing = sa.select(sa.func.count()).where(
        links.c.relation.in_(("conflicts", "rebuts")), links.c.standing != "rejected"
    )
    found = {
        NAMES[kind]: connection.scalar(sa.select(sa.func.count()).select_from(TABLES[kind]))
        for kind in (Statement, Claim)
    }
    found["conflicts"] = connection.scalar(disagreeing)
    return {name: count or 0 for name, count in found.items()}


def resolution(connection: sa.Connection) -> dict[str, str]:
    """From referent ids to entity ids."""
    rows = connection.execute(sa.select(RESOLUTION.c.referent, RESOLUTION.c.entity))
    return {row.referent: row.entity for row in rows}


def referents_of(connection: sa.Connection, entity_id: str) -> tuple[Referent, ...]:
    """The referents of all documents that lead to the entity, in order of id."""
    table = TABLES[Referent]
    led = sa.select(RESOLUTION.c.referent).where(RESOLUTION.c.entity == entity_id)
    rows = connection.execute(sa.select(table).where(table.c.id.in_(led))).mappings()
    return tuple(sorted((from_row(row, Referent) for row in rows), key=lambda referent: referent.id))


def in_text_order(record: Any) -> tuple[int, int, int, str]:
    """Segments by number, records with a place by where it begins, others by id."""
    if hasattr(record, "order"):
        return record.order, record.start, record.end, record.id
    if hasattr(record, "content"):
        place = hull(record.content) if record.content else (0, 0)
        return 0, *place, record.id
    return 0, getattr(record, "start", 0), getattr(record, "end", 0), record.id
