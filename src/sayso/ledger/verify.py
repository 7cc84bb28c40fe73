"""Proving the ledger: every span, hash, id, link and decision held against the stored text."""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from sayso.ledger import reader
from sayso.ledger.proof import Known, prove_alignment, prove_extraction
from sayso.ledger.schema import TABLES
from sayso.records import Alignment, Claim, Decision, Document, Entity, Happening, Link, Origin, Run
from sayso.review.proof import prove_decisions


def verify(connection: sa.Connection) -> Iterator[str]:
    """One sentence for everything that does not hold; nothing for a sound ledger."""
    for told in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if told != "ok":
            yield f"the database reports: {told}"
    known = Known(
        runs={run.id for run in reader.every(connection, Run)},
        hashes=reader.text_hashes(connection),
    )
    for document_id in reader.document_ids(connection):
        try:
            yield from prove_extraction(reader.extraction(connection, document_id), known)
        except msgspec.MsgspecError as error:
            yield f"{document_id} has a record that is not of its kind: {error}"
    if reader.aligned_by(connection) is not None:
        try:
            yield from prove_alignment(_alignment(connection), known)
        except msgspec.MsgspecError as error:
            yield f"the alignment has a record that is not of its kind: {error}"
    yield from _orphans(connection)
    yield from _decisions(connection)


def _alignment(connection: sa.Connection) -> Alignment:
    return Alignment(
        entities=reader.every(connection, Entity),
        resolution=reader.resolution(connection),
        claims=reader.every(connection, Claim),
        links=reader.every(connection, Link),
        origins=reader.every(connection, Origin),
        happenings=reader.every(connection, Happening),
    )


def _orphans(connection: sa.Connection) -> Iterator[str]:
    """Rows of documents that are not there, which no document's own proof would meet."""
    for told in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"a row of {told[0]} belongs to a document that is not in the ledger"


def _decisions(connection: sa.Connection) -> Iterator[str]:
    """Decisions are proved by themselves: one whose record a later reading no longer finds is no damage."""
    try:
        decisions = reader.every(connection, Decision)
    except msgspec.MsgspecError as error:
        yield f"a decision is not of its kind: {error}"
        return
    wanted = {ground.document for one in decisions for ground in (*one.grounds, *one.against)}
    table = TABLES[Document]
    rows = connection.execute(sa.select(table.c.id, table.c.text)) if wanted else ()
    yield from prove_decisions(decisions, {row.id: row.text for row in rows if row.id in wanted})
