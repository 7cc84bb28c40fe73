"""Inputs -> readings, one at a time: the document with its segments, or the reason it was refused."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import IntakeError
from sayso.intake import segments
from sayso.intake.encoding import check_text, declared_encoding, decode
from sayso.intake.front_matter import front_matter
from sayso.intake.lines import split
from sayso.intake.metadata import Metadata
from sayso.intake.records import Row, rows
from sayso.intake.sources import MAX_CHARACTERS, File, files, load, open_lines
from sayso.records import Block, Document, Refusal, Segment, ids


@dataclass(frozen=True)
class Reading:
    """A document as it was read, and the segments it falls into."""

    document: Document
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Found:
    """What the bytes of one document are called and hash to."""

    uris: tuple[str, ...]
    sha256: str
    media_type: str


def read(
    paths: Sequence[str], stdin: BinaryIO | None = None, ignoring: frozenset[Path] = frozenset()
) -> Iterator[Reading | Refusal]:
    """Everything the paths hold, in order, one document in memory at a time.

    A path is a file, a folder (read recursively, sorted) or ``-`` (JSON Lines on ``stdin``). Whatever
    cannot be read is a Refusal whose reason names it; the rest goes on. ``ignoring`` are files, by
    their resolved paths, that are no input even where a folder holds them: the ledger itself.
    """
    for path in paths:
        if path == "-":
            if stdin is None:
                yield Refusal(
                    uri="-", sha256=None, reason="- has no standard input here; name a file or folder"
                )
            else:
                yield from _lines(stdin, "-")
            continue
        for found in files([path], ignoring):
            yield from [found] if isinstance(found, Refusal) else _file(found)


def _file(file: File) -> Iterator[Reading | Refusal]:
    if file.media_type == "application/jsonl":
        try:
            stream = open_lines(file.path)
        except IntakeError as error:
            yield _refusal(file.uri, None, error)
            return
        with closing(stream):
            yield from _lines(stream, file.uri)
        return
    yield _whole(file.path, file)


def _whole(path: Path, file: File) -> Reading | Refusal:
    """A file that is one document."""
    sha: str | None = None
    try:
        data = load(path)
        sha = ids.sha256(data)
        found = Found((file.uri,), sha, file.media_type)
        if file.media_type == "text/html":
            return _page(decode(data, declared_encoding(data)), found, Metadata())
        return _text(decode(data), found, Metadata())
    except IntakeError as error:
        return _refusal(file.uri, sha, error)


def _lines(stream: BinaryIO, name: str) -> Iterator[Reading | Refusal]:
    """The documents of JSON Lines, each named by its number."""
    empty = True
    for row in rows(stream):
        empty = False
        uri = f"{name}#{row.number}"
        try:
            yield _row(row, uri)
        except IntakeError as error:
            yield _refusal(uri, row.sha256, error)
    if empty:
        yield _refusal(
            name, None, IntakeError("is empty; sayso needs JSON Lines with a text or html in each")
        )


def _row(row: Row, uri: str) -> Reading:
    if row.error is not None:
        raise IntakeError(row.error)
    uris = (uri, row.url) if row.url else (uri,)
    if row.html is not None:
        return _page(row.html, Found(uris, row.sha256, "text/html"), row.given)
    return _text(check_text(row.text or ""), Found(uris, row.sha256, "text/plain"), row.given)


def _text(text: str, found: Found, given: Metadata) -> Reading:
    """A reading of plain text, kept exactly."""
    _check_length(text)
    lines = split(text)
    if found.media_type == "text/markdown":
        written, lines = front_matter(lines)
        given = given.over(written)
    known = given.given()
    identity = ids.derive("doc", text, known) if known else ids.derive("doc", text)
    layout = segments.lay_out(text, lines, given)
    return _reading(identity, text, found, layout)


def _page(html: str, found: Found, given: Metadata) -> Reading:
    """A reading of a page: its words, with the elements they came from."""
    from sayso.intake.page import read_page
    from sayso.intake.page_metadata import stated

    page = read_page(html)
    _check_length(page.text)
    known = given.over(stated(page.tree))
    blocks = [[one.start, one.end, one.path, one.role] for one in page.blocks]
    identity = ids.derive("doc", page.text, known.given(), blocks)
    marked = [
        segments.remark(
            page.text,
            (one.start, one.end),
            [line.text for line in split(page.text, one.start, one.end)],
            one.name or f"commenter {order}",
        )
        for order, one in enumerate(page.comments, 1)
    ]
    layout = segments.lay_out(page.text, page.lines, known, marked)
    return _reading(identity, page.text, found, layout, page.blocks)


def _reading(
    identity: str, text: str, found: Found, layout: segments.Layout, blocks: tuple[Block, ...] = ()
) -> Reading:
    known = layout.metadata
    document = Document(
        id=identity,
        uris=found.uris,
        media_type=found.media_type,
        sha256=found.sha256,
        text=text,
        title=known.title,
        outlet=known.outlet,
        authors=known.authors,
        published=known.published,
        language=layout.language,
        derived_from=known.derived_from,
        blocks=blocks,
    )
    return Reading(document, segments.make(identity, layout))


def _check_length(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise IntakeError(
            f"has {len(text):,} characters, more than the {MAX_CHARACTERS:,} allowed for one document; "
            "split it into parts"
        )


def _refusal(uri: str, sha256: str | None, error: IntakeError) -> Refusal:
    return Refusal(uri=uri, sha256=sha256, reason=f"{uri} {error}")
