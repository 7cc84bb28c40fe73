"""Records to table rows and back, by the one serialiser."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from sayso.ledger.schema import ELSEWHERE, nested_fields
from sayso.records import Record, codec

R = TypeVar("R", bound=Record)


@cache
def _nested(kind: type[Record]) -> frozenset[str]:
    return nested_fields(kind)


def to_row(record: Record) -> dict[str, Any]:
    """The record by column: scalars as they are, the rest as JSON text."""
    kind = type(record)
    nested, elsewhere = _nested(kind), ELSEWHERE.get(kind, frozenset())
    return {
        name: codec.plain_to_json(value).decode() if name in nested else value
        for name, value in codec.to_plain(record).items()
        if name not in elsewhere
    }


def from_row(row: Mapping[Any, Any], kind: type[R], **elsewhere: Any) -> R:
    """The record a row holds; ``elsewhere`` gives the fields kept in other tables.

    ``msgspec.ValidationError`` where somebody wrote into the row what the record does not allow.
    """
    nested = _nested(kind)
    plain = {
        str(name): codec.plain_from_json(value) if name in nested and value is not None else value
        for name, value in row.items()
    }
    return codec.from_plain(plain | elsewhere, kind)
