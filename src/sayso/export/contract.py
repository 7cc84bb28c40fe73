"""The outer face of the records: which fields of which record type leave the program, in which file."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

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
    Refusal,
    Run,
    Segment,
    Snapshot,
    Statement,
    Time,
    codec,
)


class File(NamedTuple):
    """One exported file: the snapshot's part of that name, and the fields of its records in order."""

    name: str
    kind: type[Record]
    fields: tuple[str, ...]


def _file(kind: type[Record], name: str, fields: str) -> File:
    return File(name, kind, tuple(fields.split()))


_PLACE = "id document statement start end"
_MADE = "confidence run"

FILES: tuple[File, ...] = (
    _file(
        Document,
        "documents",
        "id uris media_type sha256 text title outlet authors published language derived_from",
    ),
    _file(Segment, "segments", "id document start end order kind speaker place addresses hostile"),
    _file(
        Statement,
        "statements",
        "id document segment content text mode source cue voice voice_name chain polarity modality "
        f"facets {_MADE} facet_reasons",
    ),
    _file(Mention, "mentions", f"id document start end text type entity {_MADE}"),
    _file(Entity, "entities", "id name type names country metonyms"),
    _file(Quantity, "quantities", f"{_PLACE} text value low high relation unit of about when"),
    _file(Time, "times", f"{_PLACE} text edtf type"),
    _file(
        Event,
        "events",
        f"{_PLACE} who did to plover facet when where {_MADE} "
        "status mode context who_country who_sector to_country to_sector",
    ),
    _file(Claim, "claims", "id proposition facets status statements voices origins silent"),
    _file(Link, "links", f"id a b relation kind reason a_span b_span independent {_MADE}"),
    _file(Origin, "origins", f"id document from_document from_name kind score spans {_MADE}"),
    _file(Happening, "happenings", f"id events plover who did to when where contested reasons {_MADE}"),
    _file(Decision, "decisions", "id on decision by at note other field was value version grounds against"),
    _file(Refusal, "refusals", "uri sha256 reason"),
    _file(Run, "runs", "id code models configuration"),
)

_FIELDS = {file.kind: file.fields for file in FILES}
_ROUNDED = ("confidence", "score")


def exported(record: Record) -> dict[str, Any]:
    """The record as plain values, with the fields others rely on and no other."""
    plain = codec.to_plain(record)
    chosen = {name: plain[name] for name in _FIELDS[type(record)]}
    return chosen | {name: round(chosen[name], 3) for name in _ROUNDED if name in chosen}


def parts(snapshot: Snapshot) -> Iterator[tuple[File, Sequence[Record]]]:
    """Each file with the records that go into it."""
    for file in FILES:
        yield file, getattr(snapshot, file.name)
