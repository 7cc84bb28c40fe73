"""Doing to records what people decided: fields set, rejected records left out; the stored ones stay."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from sayso.records import Edit, Event, Extraction, Quantity, Record, Statement, Time
from sayso.records.bundle import Rejectable
from sayso.records.history import Value
from sayso.review.effects import Effects

R = TypeVar("R", bound=Record)
_change = msgspec.structs.replace

#: The fields of each record type that people may set. The words of a document are never among them.
EDITABLE: dict[type[Record], tuple[str, ...]] = {
    Statement: ("polarity", "modality", "voice", "facets"),
    Quantity: ("value", "low", "high", "relation", "unit", "of", "when"),
    Time: ("edtf", "type"),
    Event: ("plover", "facet", "when"),
}


def reading_of(record: Record, name: str, called: Mapping[str, str]) -> Value:
    """What a field says; of a voice its name."""
    if name == "voice" and isinstance(record, Statement):
        return record.voice_name
    value: Value = getattr(record, name)
    return value


def edited(record: R, edits: Sequence[Edit], voices: Mapping[str, str]) -> R:
    """The record with the fields people set; ``voices`` leads from records to their new voices."""
    for edit in edits:
        record = _change(record, **_changes(record, edit, voices))
    return record


def _changes(record: Record, edit: Edit, voices: Mapping[str, str]) -> dict[str, object]:
    """The fields an edit sets; a new voice takes the place of the old one at the end of the chain."""
    if edit.field != "voice" or not isinstance(record, Statement):
        return {edit.field: edit.value}
    voice, name, chain = voices.get(record.id), str(edit.value), record.chain
    if chain and chain[-1].name == record.voice_name:
        chain = (*chain[:-1], _change(chain[-1], entity=voice, name=name))
    return {"voice": voice, "voice_name": name, "chain": chain}


def with_edits(extraction: Extraction, effects: Effects) -> Extraction:
    """One document's records with the fields people set."""
    if not effects.edits:
        return extraction

    def each(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(
            edited(one, effects.edits.get(str(getattr(one, "id", "")), ()), effects.voices) for one in records
        )

    return _change(
        extraction,
        statements=each(extraction.statements),
        quantities=each(extraction.quantities),
        times=each(extraction.times),
        events=each(extraction.events),
    )


def without_rejected(extraction: Extraction, effects: Effects) -> Extraction:
    """One document's records without the rejected; what stood in a rejected statement stands alone."""
    rejected = effects.with_standing("rejected")
    if not rejected:
        return extraction

    def freed(record: R) -> R:
        return _change(record, statement=None) if getattr(record, "statement", None) in rejected else record

    return _change(
        extraction,
        statements=tuple(
            _change(one, parent=None) if one.parent in rejected else one
            for one in extraction.statements
            if one.id not in rejected
        ),
        quantities=tuple(freed(one) for one in extraction.quantities if one.id not in rejected),
        times=tuple(freed(one) for one in extraction.times if one.id not in rejected),
        events=tuple(freed(one) for one in extraction.events if one.id not in rejected),
    )


def rejected_in(extraction: Extraction, effects: Effects) -> tuple[Rejectable, ...]:
    """The records of one document that people rejected."""
    parts: tuple[tuple[Rejectable, ...], ...] = (
        extraction.statements,
        extraction.quantities,
        extraction.times,
        extraction.events,
    )
    return tuple(one for part in parts for one in part if effects.standing(one.id) == "rejected")
