"""JSON Lines: one document a line, with what its source knows of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import msgspec

from sayso.intake.dates import to_edtf
from sayso.intake.metadata import Metadata
from sayso.intake.sources import MAX_BYTES
from sayso.records import ids

_FIELDS = "text or html, and optionally title, author, outlet, published, url"
_CHUNK = 1_048_576


class _Shape(msgspec.Struct):
    """A line as it may be; other fields are somebody else's and passed over."""

    text: str | None = None
    html: str | None = None
    title: str | None = None
    author: str | list[str] | None = None
    outlet: str | None = None
    published: str | int | None = None
    url: str | None = None


@dataclass(frozen=True)
class Row:
    """A line: its number from 1, the hash of its bytes, and its content or why there is none."""

    number: int
    sha256: str
    text: str | None = None
    html: str | None = None
    given: Metadata = field(default_factory=Metadata)
    url: str | None = None
    error: str | None = None


def rows(stream: BinaryIO) -> Iterator[Row]:
    """The lines of a stream that are not blank. One too long is passed over, never held."""
    for number, (line, whole) in enumerate(_bounded(stream), 1):
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        data = data.strip(b" \t\r\n")
        if not data and whole:
            continue
        sha = ids.sha256(data)
        if not whole:
            error = (
                f"is longer than the {MAX_BYTES:,} bytes allowed for a line; split the document into parts"
            )
            yield Row(number, sha, error=error)
        else:
            yield _row(number, sha, data)


def _bounded(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each line, or its first bytes and False where it is too long."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES or line.endswith(b"\n"):
            yield line, True
            continue
        while (more := stream.readline(_CHUNK)) and not more.endswith(b"\n"):
            pass
        yield line[:_CHUNK], False


def _row(number: int, sha: str, data: bytes) -> Row:
    try:
        shape = msgspec.json.decode(data, type=_Shape)
    except msgspec.ValidationError as error:
        return Row(number, sha, error=f"has a field of the wrong kind ({error}); allowed are {_FIELDS}")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Row(number, sha, error=f"is no JSON object; each line needs one with {_FIELDS}")
    if shape.text is None and shape.html is None:
        return Row(number, sha, error=f"has neither text nor html; each line needs {_FIELDS}")
    names = [shape.author] if isinstance(shape.author, str) else shape.author or []
    given = Metadata(
        title=_clean(shape.title),
        outlet=_clean(shape.outlet),
        authors=tuple(dict.fromkeys(name for one in names if (name := _clean(one)))),
        published=to_edtf(str(shape.published)) if shape.published is not None else None,
    )
    html = shape.html if shape.text is None else None
    return Row(number, sha, shape.text, html, given, _clean(shape.url))


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
