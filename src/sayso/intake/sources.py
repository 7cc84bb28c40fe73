"""Which inputs there are: files, folders and standard input, each under a name free of the machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.errors import IntakeError
from sayso.records import Refusal

MEDIA = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".jsonl": "application/jsonl",
}
MAX_BYTES = 25_000_000
#: As much as the parser takes in one piece: a thick book.
MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class File:
    """A file to read. ``uri`` is its path below the folder that was added."""

    path: Path
    uri: str
    media_type: str


def files(paths: Sequence[str], ignoring: frozenset[Path] = frozenset()) -> Iterator[File | Refusal]:
    """Every file of the paths in order, folders recursively and sorted; ``-`` is not looked at here.

    Files of ``ignoring`` (resolved paths) are passed over where a folder holds them.
    """
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found = False
            for one in _walk(path, path, ignoring):
                found = True
                yield one
            if not found:
                uri = _uri(path.resolve().name)
                yield Refusal(
                    uri=uri, sha256=None, reason=f"{uri} holds no files to read; add a folder that does"
                )
        else:
            yield _file(path, path.name or name)


def load(path: Path) -> bytes:
    """The bytes of a file, ``IntakeError`` where it cannot be read or is too large for one document."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise IntakeError(
                f"has {size:,} bytes, more than the {MAX_BYTES:,} allowed for one document; split it "
                f"into parts"
            )
        return path.read_bytes()
    except OSError as error:
        raise IntakeError(_unreadable(error)) from error


def open_lines(path: Path) -> BinaryIO:
    """The file opened for reading line by line, ``IntakeError`` where it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise IntakeError(_unreadable(error)) from error


def _unreadable(error: OSError) -> str:
    why = (error.strerror or type(error).__name__).lower()
    return f"cannot be read ({why}); check the path and its permissions"


def _walk(folder: Path, root: Path, passed: frozenset[Path]) -> Iterator[File | Refusal]:
    """The files below a folder. Hidden ones are no documents; what is ``passed`` is passed over: files
    to ignore, and the folders above, since a link back up would never end."""
    here = folder.resolve()
    if here in passed:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Refusal(
            uri=_uri(str(folder.relative_to(root))), sha256=None, reason=_named(folder, _unreadable(error))
        )
        return
    for entry in entries:
        if entry.name.startswith(".") or (entry.is_file() and entry.resolve() in passed):
            continue
        if entry.is_dir():
            yield from _walk(entry, root, passed | {here})
        else:
            yield _file(entry, entry.relative_to(root).as_posix())


def _file(path: Path, name: str) -> File | Refusal:
    uri = _uri(name)
    reason: str | None = None
    if path.is_symlink() and not path.exists():
        reason = "is a link to a file that is not there; mend the link or leave it out"
    elif not path.exists():
        reason = "is not there; check the path"
    elif not path.is_file():
        reason = "is no regular file; save what it gives as a file and add that"
    elif path.suffix.lower() not in MEDIA:
        kind = path.suffix or "no suffix"
        reason = f"is of a kind ({kind}) not read; sayso reads {', '.join(MEDIA)}"
    if reason is not None:
        return Refusal(uri=uri, sha256=None, reason=f"{uri} {reason}")
    return File(path, uri, MEDIA[path.suffix.lower()])


def _named(path: Path, reason: str) -> str:
    return f"{_uri(path.name)} {reason}"


def _uri(name: str) -> str:
    """The name as valid Unicode: names of files may be any bytes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
