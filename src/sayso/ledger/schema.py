"""The ledger's tables: one a record type, scalar fields as columns, everything else as JSON text."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import sqlalchemy as sa

from sayso.records import (
    Claim,
    Decision,
    Document,
    Entity,
    Event,
    Happening,
    Link,
    Mention,
    Origin,
    Quantity,
    Record,
    Referent,
    Refusal,
    Run,
    Segment,
    Statement,
    Time,
)

METADATA = sa.MetaData()

#: The record types and the names of their tables, in the order they are written.
NAMES: dict[type[Record], str] = {
    Document: "documents", Segment: "segments", Statement: "statements", Mention: "mentions",
    Referent: "referents", Quantity: "quantities", Time: "times", Event: "events",
    Entity: "entities", Claim: "claims", Link: "links", Origin: "origins", Happening: "happenings",
    Decision: "decisions", Refusal: "refusals", Run: "runs",
}  # fmt: skip

#: What is read out of one document, and what comparing documents adds.
OF_DOCUMENT: tuple[type[Record], ...] = (Segment, Statement, Mention, Referent, Quantity, Time, Event)
OF_ALIGNMENT: tuple[type[Record], ...] = (Entity, Claim, Link, Origin, Happening)

#: Fields that have a table of their own.
ELSEWHERE: dict[type[Record], frozenset[str]] = {Document: frozenset({"uris"})}

_SCALARS: dict[type, type[sa.types.TypeEngine[Any]]] = {
    str: sa.Text,
    int: sa.BigInteger,
    float: sa.Double,
    bool: sa.Boolean,
}


def scalar_type(kind: object) -> type | None:
    """``str``, ``int``, ``float`` or ``bool`` for a field that fits one column as it is, else None."""
    optional = get_origin(kind) in {UnionType, Union}
    options = [a for a in get_args(kind) if a is not NoneType] if optional else [kind]
    if len(options) != 1:
        return None
    if get_origin(options[0]) is Literal:
        return str
    return options[0] if options[0] in _SCALARS else None


def nested_fields(kind: type[Record]) -> frozenset[str]:
    """The fields of a record type that are stored as JSON text."""
    return frozenset(f.name for f in msgspec.structs.fields(kind) if scalar_type(f.type) is None)


def _column(kind: type[Record], field: msgspec.structs.FieldInfo) -> sa.Column[Any]:
    scalar = scalar_type(field.type)
    return sa.Column(
        field.name,
        _SCALARS[scalar] if scalar else sa.Text,
        primary_key=field.name == "id",
        nullable=NoneType in get_args(field.type),
    )


def _table(kind: type[Record]) -> sa.Table:
    left_out = ELSEWHERE.get(kind, frozenset())
    columns = [_column(kind, f) for f in msgspec.structs.fields(kind) if f.name not in left_out]
    return sa.Table(NAMES[kind], METADATA, *columns)


TABLES: dict[type[Record], sa.Table] = {kind: _table(kind) for kind in NAMES}

DOCUMENT_URIS = sa.Table(
    "document_uris",
    METADATA,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("uri", sa.Text, primary_key=True),
)

#: Which run read a document last, and the hash of the text it read.
EXTRACTED = sa.Table(
    "extracted",
    METADATA,
    sa.Column("document", sa.Text, primary_key=True),
    sa.Column("run", sa.Text, nullable=False),
    sa.Column("text_sha256", sa.Text, nullable=False),
)

#: Which entity a referent of one document was found to be.
RESOLUTION = sa.Table(
    "resolution",
    METADATA,
    sa.Column("referent", sa.Text, primary_key=True),
    sa.Column("entity", sa.Text, nullable=False),
)

#: At most one row: the run of the alignment the ledger holds. No row: documents came in since.
ALIGNED = sa.Table("aligned", METADATA, sa.Column("run", sa.Text, primary_key=True))

MIGRATIONS = sa.Table(
    "sayso_migrations",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
)
