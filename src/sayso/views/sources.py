"""The texts that quotes lead to, cut at the places cited, and how documents depend on each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.records import Document, Snapshot
from sayso.views.dates import in_words
from sayso.views.entry import Note
from sayso.views.voices import long_title, short_title

#: Texts longer than this are shown around the places cited only.
WHOLE_UP_TO = 80_000
AROUND = 600


@dataclass(frozen=True)
class Piece:
    """A run of source text; ``notes`` are the places that cover it, ``anchors`` those that begin here."""

    text: str
    notes: tuple[int, ...]
    anchors: tuple[int, ...]


@dataclass(frozen=True)
class Source:
    """A document and its text in pieces."""

    document: Document
    label: str
    date: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Descent:
    """One document's dependence, in words."""

    label: str
    kind: str
    origin: str
    score: float


def sources(snapshot: Snapshot, notes: Sequence[Note]) -> tuple[Source, ...]:
    """Every document of the ledger, cited or not, with its text where it is cited."""
    return tuple(
        Source(
            document=document,
            label=short_title(document),
            date=in_words(document.published),
            pieces=_pieces(document.text, [n for n in notes if n.document.id == document.id]),
        )
        for document in sorted(snapshot.documents, key=lambda d: (d.uris, d.id))
    )


def _pieces(text: str, notes: Sequence[Note]) -> tuple[Piece, ...]:
    edges = sorted({0, len(text), *(n.start for n in notes), *(n.end for n in notes)})
    pieces = []
    for start, end in pairwise(edges):
        over = tuple(sorted(n.number for n in notes if n.start <= start and end <= n.end))
        here = tuple(sorted(n.number for n in notes if n.start == start))
        words = text[start:end]
        if not over and len(text) > WHOLE_UP_TO and len(words) > 2 * AROUND:
            words = f"{words[:AROUND]} […] {words[-AROUND:]}"
        pieces.append(Piece(words, over, here))
    return tuple(pieces)


def descents(snapshot: Snapshot) -> tuple[Descent, ...]:
    """Who copied, adapted or cites whom, and which documents one author wrote."""
    documents = {document.id: document for document in snapshot.documents}

    def label(identity: str | None) -> str | None:
        document = documents.get(identity or "")
        if document is None:
            return None
        names = [document.outlet, long_title(document)]
        return ", ".join(name for name in names if name)

    return tuple(
        Descent(label(o.document) or "", o.kind, label(o.from_document) or o.from_name or "", o.score)
        for o in sorted(snapshot.origins, key=lambda o: (o.kind, -o.score, o.id))
    )
