"""Who says it and where, short enough for one line of a terminal."""

import re
from pathlib import PurePosixPath

from sayso.records import Document
from sayso.views.entry import Entry

_NUMBERED = re.compile(r"(?P<file>.*?)(?P<row>#\d+)?", re.S)


def short_name(document: Document) -> str:
    """The first part of the file's name: "001" of "001_herald_2021.txt", "rows#7" of "rows.jsonl#7"."""
    found = _NUMBERED.fullmatch(document.uris[0] if document.uris else "")
    file, row = (found["file"], found["row"] or "") if found else ("", "")
    first = re.split(r"[_\s.-]", PurePosixPath(file).stem.strip("_-. "), maxsplit=1)[0]
    return f"{first}{row}" or document.id


def attribution_line(entry: Entry) -> str:
    """The voice with its chain, the document, its part unless that is a comment, and its date."""
    names = [entry.statement.voice_name]
    for link in reversed(entry.statement.chain):
        if link.role != "outlet" and link.name not in names:
            names.append(link.name)
    document = entry.note.document
    part = short_name(document) if entry.segment == "comment" else f"{short_name(document)} {entry.segment}"
    date = f", {entry.date}" if document.published else ""
    return f"{' via '.join(names)}, {part}{date}"
