"""Who decides, when and why; and the id that seals a decision."""

import re
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from sayso.errors import UsageError
from sayso.records import Decision, codec, ids
from sayso.records.history import Verb

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")


@dataclass(frozen=True)
class Signature:
    """``by`` decides ``at`` a moment (UTC, ISO 8601 with a Z), for the reason in ``note``."""

    by: str
    at: str
    note: str | None = None


def sign(signature: Signature, verb: Verb, on: str, **fields: Any) -> Decision:
    """The decision, with its id; ``UsageError`` without a name or with a moment that is none."""
    by, note = " ".join(signature.by.split()), (signature.note or "").strip() or None
    if not by:
        raise UsageError("a decision needs the name of who decides; give --by NAME or set SAYSO_REVIEWER")
    if not is_moment(signature.at):
        raise UsageError(f"{signature.at!r} is no moment in UTC; write 2024-05-01T12:00:00Z")
    made = Decision(id="", on=on, decision=verb, by=by, at=signature.at, note=note, **fields)
    return replace(made, id=identity(made))


def is_moment(at: str) -> bool:
    """Is it a moment in UTC as decisions have it?"""
    return _MOMENT.fullmatch(at) is not None


def identity(decision: Decision) -> str:
    """The id that belongs to what the decision says."""
    plain = codec.to_plain(decision)
    return ids.derive("dec", {name: value for name, value in plain.items() if name != "id"})
