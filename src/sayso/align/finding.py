"""What one comparison of two statements found, before it becomes a link."""

from dataclasses import dataclass

from sayso.align.utterance import Utterance
from sayso.records import Place, Span
from sayso.records.claim import LinkKind, LinkRelation


@dataclass(frozen=True)
class Finding:
    """A relation between statements ``a`` and ``b``, the words it rests on, why, and how sure (0 to 1)."""

    a: Utterance
    b: Utterance
    relation: LinkRelation
    kind: LinkKind | None
    reason: str
    a_words: Span
    b_words: Span
    confidence: float


def place(utterance: Utterance, words: Span) -> Place:
    """The words as a place in their document."""
    return Place(document=utterance.source.id, start=words.start, end=words.end)


def quote(utterance: Utterance, words: Span, most: int = 90) -> str:
    """The words between quotation marks, on one line, cut at a word when longer than ``most``."""
    said = " ".join(utterance.source.text[words.start : words.end].split())
    if len(said) > most:
        said = said[:most].rsplit(" ", 1)[0] + " …"
    return f"“{said}”"


def voices(a: Utterance, b: Utterance) -> tuple[str, str]:
    """How to call the two voices in a sentence."""
    return a.statement.voice_name, b.statement.voice_name


def around(utterance: Utterance, start: int, end: int) -> Span:
    """The clause of the statement's content that holds the words: the piece, or the whole where in doubt."""
    for piece in utterance.statement.content:
        if piece.start <= start and end <= piece.end:
            return piece
    return utterance.span
