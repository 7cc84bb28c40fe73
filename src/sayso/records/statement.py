"""Statements: one utterance at one place, and what was said in it."""

from typing import Literal

from sayso.records.base import Record
from sayso.records.span import Spans

Mode = Literal["own", "direct", "indirect", "mixed"]
Polarity = Literal["asserts", "denies", "questions"]
Modality = Literal["certain", "hedged", "hypothetical", "normative"]
Role = Literal["outlet", "author", "commenter", "source"]


class ChainLink(Record, frozen=True, kw_only=True):
    """One mouth the words passed through."""

    role: Role
    entity: str | None
    name: str


class Statement(Record, frozen=True, kw_only=True):
    """One utterance: ``content`` said by ``voice``, passed on by ``chain`` (outermost first).

    ``voice`` is the entity the statement is counted for, null where the text names nobody that can
    be resolved; ``voice_name`` is then still an honest description ("various estimates").
    ``facet_reasons`` has a sentence for each facet: the words that it was given for.
    ``text`` is the content's words, pieces joined by " … ". ``parent`` is the statement it is quoted in.
    """

    id: str
    document: str
    segment: str
    content: Spans
    text: str
    mode: Mode
    source: Spans = ()
    cue: Spans = ()
    voice: str | None = None
    voice_name: str
    chain: tuple[ChainLink, ...] = ()
    polarity: Polarity = "asserts"
    modality: Modality = "certain"
    facets: tuple[str, ...] = ()
    parent: str | None = None
    confidence: float = 1.0
    run: str = ""
    facet_reasons: tuple[str, ...] = ()
