"""Writing records; every function here runs inside one transaction of its caller."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from sayso.ledger import search
from sayso.ledger.rows import to_row
from sayso.ledger.schema import (
    ALIGNED,
    DOCUMENT_URIS,
    EXTRACTED,
    OF_ALIGNMENT,
    OF_DOCUMENT,
    RESOLUTION,
    TABLES,
)
from sayso.records import (
    Alignment,
    Decision,
    Document,
    Extraction,
    Record,
    Refusal,
    Run,
    ids,
)


def save(connection: sa.Connection, extraction: Extraction, run: Run) -> None:
    """Put in, or replace, everything read out of one document; the alignment is then out of date."""
    document = extraction.document
    _put(connection, TABLES[Document], {"id": document.id}, to_row(document))
    found_at(connection, document)
    for kind in OF_DOCUMENT:
        table = TABLES[kind]
        connection.execute(sa.delete(table).where(table.c.document == document.id))
        _insert(connection, table, getattr(extraction, table.name))
    read = {"document": document.id, "run": run.id, "text_sha256": ids.sha256(document.text.encode())}
    _put(connection, EXTRACTED, {"document": document.id}, read)
    _put(connection, TABLES[Run], {"id": run.id}, to_row(run))
    connection.execute(sa.delete(ALIGNED))
    search.index(connection, extraction)


def found_at(connection: sa.Connection, document: Document) -> None:
    """Remember the names a document was found under, besides those already known."""
    known = sa.select(DOCUMENT_URIS.c.uri).where(DOCUMENT_URIS.c.document == document.id)
    new = sorted(set(document.uris) - set(connection.scalars(known)))
    if new:
        connection.execute(DOCUMENT_URIS.insert(), [{"document": document.id, "uri": uri} for uri in new])


def refuse(connection: sa.Connection, refusal: Refusal) -> None:
    """Put a refusal on record, once."""
    table = TABLES[Refusal]
    row = to_row(refusal)
    same = sa.and_(*(table.c[name].is_not_distinct_from(value) for name, value in row.items()))
    if connection.execute(sa.select(table.c.uri).where(same)).first() is None:
        connection.execute(table.insert(), row)


def replace_alignment(connection: sa.Connection, alignment: Alignment, run: Run) -> None:
    """Put this alignment in the place of the last one; the ledger is then up to date."""
    for kind in OF_ALIGNMENT:
        connection.execute(sa.delete(TABLES[kind]))
        _insert(connection, TABLES[kind], getattr(alignment, TABLES[kind].name))
    connection.execute(sa.delete(RESOLUTION))
    resolved = [{"referent": r, "entity": e} for r, e in sorted(alignment.resolution.items())]
    if resolved:
        connection.execute(RESOLUTION.insert(), resolved)
    _put(connection, TABLES[Run], {"id": run.id}, to_row(run))
    connection.execute(sa.delete(ALIGNED))
    connection.execute(ALIGNED.insert(), {"run": run.id})


def decide(connection: sa.Connection, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Append human decisions and return those that were not in the log; the alignment is then out of date.

    A note changes nothing that is compared.
    """
    table = TABLES[Decision]
    known = set(connection.scalars(sa.select(table.c.id)))
    new = tuple(one for key, one in {one.id: one for one in decisions}.items() if key not in known)
    _insert(connection, table, new)
    if any(one.decision != "note" for one in new):
        connection.execute(sa.delete(ALIGNED))
    return new


def _insert(connection: sa.Connection, table: sa.Table, records: Sequence[Record]) -> None:
    """Insert records; the first of those with one id stands for all (an id is what a record says)."""
    rows: dict[str, dict[str, Any]] = {}
    for record in records:
        row = to_row(record)
        rows.setdefault(row["id"], row)
    if rows:
        connection.execute(table.insert(), list(rows.values()))


def _put(connection: sa.Connection, table: sa.Table, key: dict[str, str], row: dict[str, Any]) -> None:
    """Update the row with that key, or insert it."""
    same = sa.and_(*(table.c[name] == value for name, value in key.items()))
    if connection.execute(sa.update(table).where(same).values(row)).rowcount == 0:
        connection.execute(table.insert(), row)
