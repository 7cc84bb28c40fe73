"""What every record has in common: frozen, keyword-only, comparable, written by the codec."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record. A change is a new record (``msgspec.structs.replace``) or a Decision."""


class Party(Record, frozen=True, kw_only=True):
    """Somebody or something taking part: the entity where it was resolved, the wording always."""

    entity: str | None
    name: str
