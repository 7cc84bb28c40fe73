"""Documents as they were read, and the segments they fall into."""

from typing import Literal

from sayso.records.base import Record

SegmentKind = Literal["title", "body", "caption", "bio", "comment", "navigation", "boilerplate"]

#: The segments whose sentences are read for statements.
SPOKEN: frozenset[str] = frozenset({"title", "body", "caption", "bio", "comment"})


class Block(Record, frozen=True, kw_only=True):
    """A stretch of extracted text and the element of the original it came from (HTML and the like).

    ``role`` is what the markup says of it (``title``, ``comment``, ``navigation``, ``boilerplate``,
    ``caption``, ``byline``, ``heading``), null where it says nothing.
    """

    start: int
    end: int
    path: str
    role: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """One text, stored once however many names it was found under.

    ``text`` is exactly what was decoded (plain text) or extracted (HTML). ``sha256`` is that of the
    bytes read. ``published`` is EDTF. ``derived_from`` is the outlet, author or document the text
    itself names as what it was adapted or republished from. ``language`` is ISO 639-1.
    """

    id: str
    uris: tuple[str, ...]
    media_type: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    derived_from: str | None = None
    blocks: tuple[Block, ...] = ()


class Segment(Record, frozen=True, kw_only=True):
    """A part of a document with one function and, where known, one speaker.

    ``speaker`` is a name ("Diana Doe", "commenter 8"); ``place`` where a comment is signed from;
    ``addresses`` whom it speaks to, in its own wording.
    """

    id: str
    document: str
    start: int
    end: int
    order: int
    kind: SegmentKind
    speaker: str | None = None
    place: str | None = None
    addresses: str | None = None
    hostile: bool = False


class Refusal(Record, frozen=True, kw_only=True):
    """An input that could not be read, and why, in one sentence."""

    uri: str
    sha256: str | None
    reason: str
