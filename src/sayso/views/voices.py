"""Voices for readers: who says it, through whom, and the same mark everywhere."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sayso.records import Document, Statement

SHAPES = {"asserts": "●", "denies": "○", "questions": "?"}
HUES = 8
#: How many characters of a text are searched for its first sentence, and how many of that are shown.
SEARCHED, OPENING = 4000, 52
_SENTENCE = re.compile(r"\W{0,3}[^\W\d_].{24,}[.!?][”\"’')\]]*$")


def voice_key(statement: Statement) -> str:
    """Whom a statement is counted for: the entity, else the description within its document."""
    return statement.voice or f"{statement.document}:{statement.voice_name}"


def short_title(document: Document) -> str:
    """The outlet, else the title, else how it begins: what a reader knows the document by."""
    return document.outlet or long_title(document)


def long_title(document: Document) -> str:
    """The title, else the first words of the first line that is a sentence, else the file's name."""
    if document.title:
        return f"“{document.title}”"
    lines = (" ".join(line.split()) for line in document.text[:SEARCHED].splitlines())
    first = next((line for line in lines if _SENTENCE.match(line)), "")
    words = textwrap.shorten(first, OPENING, placeholder=" …") if first else ""
    return f"“{words}”" if len(words) > len(" …") else file_name(document)


def file_name(document: Document) -> str:
    """The last part of the name it was found under, without the suffix."""
    return PurePosixPath(document.uris[0]).stem if document.uris else document.id


def chain_words(statement: Statement, document: Document) -> str:
    """The voice with the mouths its words passed through, innermost first.

    "Ana Ruiz, according to local media, by John Doe, in The Post".
    """
    parts = [statement.voice_name]
    outlet = short_title(document)
    for link in reversed(statement.chain):
        if link.name == statement.voice_name:
            continue
        if link.role == "source":
            parts.append(f"according to {link.name}")
        elif link.role == "author":
            parts.append(f"by {link.name}")
        elif link.role == "commenter":
            parts.append(f"quoted by {link.name}")
        else:
            outlet = link.name
    if outlet != statement.voice_name:
        parts.append(f"in {outlet}")
    return ", ".join(parts)


@dataclass(frozen=True)
class Cast:
    """The voices of a view in order of appearance; ``hue`` is 0 to ``HUES`` - 1."""

    positions: Mapping[str, int]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "Cast":
        """The cast of these statements, in their order."""
        positions: dict[str, int] = {}
        for statement in statements:
            positions.setdefault(voice_key(statement), len(positions))
        return cls(positions)

    def hue(self, statement: Statement) -> int:
        """The voice's colour number, the same everywhere in the view."""
        return self.positions.get(voice_key(statement), 0) % HUES
