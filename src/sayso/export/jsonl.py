"""JSON Lines: one file a record type, one object a line, keys in order; and the hash over all of it."""

import hashlib
from collections.abc import Iterable, Iterator

from sayso.export.contract import exported, parts
from sayso.records import Record, Snapshot, codec, ids


def line(record: Record) -> bytes:
    """The record as one line with its line end."""
    return codec.plain_to_json(exported(record)) + b"\n"


def render(snapshot: Snapshot) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each file's name and its lines."""
    for file, records in parts(snapshot):
        yield f"{file.name}.jsonl", map(line, records)


def digest(snapshot: Snapshot) -> str:
    """The hash of the whole export: what ``sha256sum *.jsonl | sha256sum`` prints in its folder."""
    listing = []
    for name, lines in render(snapshot):
        whole = hashlib.sha256()
        for part in lines:
            whole.update(part)
        listing.append(f"{name}\0{whole.hexdigest()}")
    rows = (entry.split("\0") for entry in sorted(listing))
    return ids.sha256("".join(f"{hexadecimal}  {name}\n" for name, hexadecimal in rows).encode())
