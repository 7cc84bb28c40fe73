"""Reading what a person wrote for a field."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin

import msgspec
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from sayso.errors import UsageError
from sayso.records import Record
from sayso.records.history import Value

#: What stands for "unknown" in a field that may be so.
_UNKNOWN = frozenset({"", "null", "none", "unknown"})
_TIMES = frozenset({"when", "edtf"})


def parse_value(record: Record, name: str, text: str) -> Value:
    """The field's value that the text gives; ``UsageError`` where it gives none."""
    kind = next(one.type for one in msgspec.structs.fields(type(record)) if one.name == name)
    text = text.strip()
    if NoneType in get_args(kind) and text.lower() in _UNKNOWN and name != "voice":
        return None
    if get_origin(kind) is tuple:
        return tuple(sorted({part.strip() for part in text.split(",") if part.strip()}))
    if not text:
        raise UsageError(f"the {name} needs a value; allowed is {_allowed(kind)}")
    if name in _TIMES and not text.startswith("P") and not _is_time(text):  # P2Y is a duration
        raise UsageError(f"{text!r} is no time in EDTF; write 1992, 1992-04, 1992-04-07 or 1992~")
    try:
        value: Value = msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"{text!r} is no {name}; allowed is {_allowed(kind)}") from error
    return value


def _is_time(text: str) -> bool:
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True


def _allowed(kind: Any) -> str:
    """What a field takes, in words."""
    if get_origin(kind) is Literal:
        return ", ".join(get_args(kind))
    options = [one for one in get_args(kind) if one is not NoneType] or [kind]
    words = [_allowed(one) if get_args(one) else "a number" if one is float else "text" for one in options]
    return " or ".join(words)
