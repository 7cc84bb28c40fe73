"""CSV: one file a record type, UTF-8 with a heading, for spreadsheets and statistics programs.

Lists of words are joined by "; ", anything deeper is JSON. A text that a spreadsheet would run as a
formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe before it, as OWASP
advises; the JSON Lines export has it as it is.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from sayso.export.contract import File, exported, parts
from sayso.records import Record, Snapshot, codec

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A field's value as a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        value = "; ".join(value)
    text = value if isinstance(value, str) else codec.plain_to_json(value).decode()
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode()


def _rows(file: File, records: Iterable[Record]) -> Iterator[bytes]:
    yield _row(file.fields)
    for record in records:
        values = exported(record)
        yield _row(cell(values[name]) for name in file.fields)


def render(snapshot: Snapshot) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each file's name and its rows."""
    for file, records in parts(snapshot):
        yield f"{file.name}.csv", _rows(file, records)
