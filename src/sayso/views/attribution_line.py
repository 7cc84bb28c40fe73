"""Who says it and where, short enough for one line of a terminal."""

import re

from sayso.records import Document
from sayso.views.entry import Entry
from sayso.views.voices import file_name


def short_name(document: Document) -> str:
    """The first part of the file's name: "001" of "001_herald_2021.txt"."""
    return re.split(r"[_\s.#-]", file_name(document).strip("_-. "), maxsplit=1)[0] or document.id


def attribution_line(entry: Entry) -> str:
    """The voice with its chain, the document, its part where that is not the body, and its date."""
    names = [entry.statement.voice_name]
    for link in reversed(entry.statement.chain):
        if link.role != "outlet" and link.name not in names:
            names.append(link.name)
    document = entry.note.document
    part = short_name(document) if entry.segment == "comment" else f"{short_name(document)} {entry.segment}"
    date = f", {entry.date}" if document.published else ""
    return f"{' via '.join(names)}, {part}{date}"
