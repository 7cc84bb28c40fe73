"""Putting an export on disk, whole or not at all."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from sayso.errors import UsageError


def write(folder: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> list[Path]:
    """Write the files into the folder (made if need be); nothing there changes until all are written.

    ``UsageError`` where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".sayso-", dir=folder) as waiting:
            names = [_write(Path(waiting) / name, parts) for name, parts in files]
            return [path.replace(folder / path.name) for path in names]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"the export cannot be written to {folder} ({reason}); name a folder with room"
        ) from error


def _write(path: Path, parts: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(parts)
    return path
