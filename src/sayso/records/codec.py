"""The only serialiser: records to JSON and back."""

from typing import Any, TypeVar

import msgspec

from sayso.records.base import Record

R = TypeVar("R", bound=Record)
_encoder = msgspec.json.Encoder(order="sorted")


def to_json(record: Record) -> bytes:
    """One line of JSON, keys in order, UTF-8, no line end."""
    return _encoder.encode(record)


def from_json(data: bytes | str, kind: type[R]) -> R:
    """The record of that kind; ``msgspec.ValidationError`` where the data does not fit it."""
    return msgspec.json.decode(data, type=kind)


def to_plain(record: Record) -> dict[str, Any]:
    """The record as dicts, lists, strings and numbers, as JSON would hold it."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def from_plain(data: dict[str, Any], kind: type[R]) -> R:
    """The record of that kind out of what ``to_plain`` gave."""
    return msgspec.convert(data, type=kind)


def plain_to_json(value: object) -> bytes:
    """A value such as those inside ``to_plain``'s dicts as JSON, keys in order, UTF-8, no line end."""
    return _encoder.encode(value)


def plain_from_json(data: bytes | str) -> Any:
    """The value that ``plain_to_json`` wrote; ``msgspec.DecodeError`` where it is no JSON."""
    return msgspec.json.decode(data)
