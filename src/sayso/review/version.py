"""The version of a record: a hash of the reading a person sees and judges."""

from sayso.records import (
    Claim,
    Entity,
    Event,
    Link,
    Origin,
    Party,
    Quantity,
    Record,
    Statement,
    Time,
    codec,
    ids,
)

#: What a reading consists of; ids, runs and confidences are not part of it.
_READ: dict[type[Record], tuple[str, ...]] = {
    Statement: ("text", "mode", "voice_name", "polarity", "modality", "facets"),
    Quantity: ("text", "value", "low", "high", "relation", "unit", "of", "when"),
    Time: ("text", "edtf", "type"),
    Event: ("who", "did", "to", "plover", "facet", "when"),
    Link: ("relation", "kind"),
    Origin: ("kind", "from_name"),
    Claim: ("statements",),
    Entity: ("names",),
}


def version(record: Record) -> str | None:
    """The hash of the record's reading, 16 hexadecimal digits; null for records nobody judges."""
    fields = _READ.get(type(record))
    if fields is None:
        return None
    plain = codec.to_plain(record)
    values = [
        field.name if isinstance(field := getattr(record, name), Party) else plain[name] for name in fields
    ]
    return ids.sha256(codec.plain_to_json(values))[:16]
