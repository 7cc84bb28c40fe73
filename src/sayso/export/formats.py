"""The formats a ledger can be exported in, by name."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayso.export import csv, jsonl
from sayso.export.folder import write
from sayso.records import Snapshot

FORMATS: dict[str, Callable[[Snapshot], Iterator[tuple[str, Iterable[bytes]]]]] = {
    "jsonl": jsonl.render,
    "csv": csv.render,
}


def export(snapshot: Snapshot, folder: Path, name: str) -> list[Path]:
    """Write the snapshot into the folder in the format of that name; the files written."""
    return write(folder, FORMATS[name](snapshot))
