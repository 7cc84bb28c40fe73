"""Statements made ready for comparison: resolved voices and names, words, figures, times."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar

from sayso.align.series import complete
from sayso.align.wording import Word, closed_class, ideas, name_root, stemmed_class, words_of
from sayso.records import Entity, Extraction, Quantity, Segment, Span, Statement, Time, hull

R = TypeVar("R")
_HOMES = frozenset({"country", "place"})
#: Entity types that can be held to account or hold a place.
ACTORS = frozenset({"country", "group", "organisation", "person", "place"})

_REJECTED = re.compile(
    r"\b(?:claims?|allegations?|story|idea|notion|assertion|suggestion|rumou?r)\b.*\b(?:is|are|was|were)\b.{0,20}"
    rf"\b(?:{'|'.join(sorted(closed_class('rejecting')))})\b",
    re.IGNORECASE | re.DOTALL,
)
#: With so few content words a statement says too little by itself.
SHORT = 4
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+")
#: How many characters back a pronoun or "the country" may reach.
REACH = 250


@dataclass(frozen=True)
class Name:
    """A resolved mention inside a statement. ``key`` joins a country with the people named after it."""

    key: str
    type: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Source:
    """The document of a statement as comparison needs it. ``order`` is stable for any order of input."""

    id: str
    text: str
    order: str
    authors: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Utterance:
    """A statement with all that is compared; ``context``: names, ``lead``: words of the sentence before."""

    statement: Statement
    source: Source
    segment: Segment | None
    voice: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    context: tuple[Name, ...] = ()
    lead: tuple[Word, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()

    @cached_property
    def span(self) -> Span:
        """From the first to the last character of the content."""
        return hull(self.statement.content)

    @cached_property
    def named(self) -> frozenset[str]:
        """Keys of the names said in it."""
        return frozenset(name.key for name in self.names)

    @cached_property
    def meant(self) -> frozenset[str]:
        """Keys of the names said in it or brought in by its context."""
        return self.named | {name.key for name in self.context}

    @cached_property
    def content_words(self) -> tuple[Word, ...]:
        """Words that carry content and belong to no name."""
        return tuple(
            word
            for word in self.words
            if word.content and not any(name.start <= word.start < name.end for name in self.names)
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the content words."""
        return frozenset(word.stem for word in self.content_words)

    @cached_property
    def ideas(self) -> frozenset[str]:
        """Ideas the words stand for, names included ("Muslim")."""
        return frozenset(idea for word in self.words for idea in ideas().get(word.stem, ()))

    @cached_property
    def lead_matter(self) -> frozenset[str]:
        """Stems of the content words of the sentence before, and their ideas as ``i:idea``."""
        text = self.source.text
        said = [word.stem for word in self.lead if word.content and text[word.start].islower()]
        return frozenset(said) | {f"i:{idea}" for stem in said for idea in ideas().get(stem, ())}

    @cached_property
    def matter(self) -> frozenset[str]:
        """Stems and ideas (``i:idea``) of its words; of the sentence before too if it leans on that."""
        own = self.stems | {f"i:{idea}" for idea in self.ideas}
        leans = len(self.content_words) <= SHORT or self.points_back
        return own | self.lead_matter if leans else own

    @cached_property
    def points_back(self) -> bool:
        """Is there a pronoun or a "the country" in it?"""
        return any(word.stem in stemmed_class("anaphora") for word in self.words)

    @cached_property
    def is_rejected(self) -> bool:
        """Does whoever passes it on call it false ("the claim that … is false", "the myth that …")?"""
        span, text = self.span, self.source.text
        around = text[max(0, span.start - 28) : span.start], text[span.end : span.end + 28]
        before, after = (re.findall(r"\w+|[.;]", part.lower()) for part in around)
        said = {*before[-4:], *(after[:4] if set(after[:1]) & {"is", "are", "was", "were"} else ())}
        if self.statement.mode == "own":
            return bool(_REJECTED.search(self.statement.text))
        return bool(said & closed_class("rejecting"))

    @cached_property
    def place(self) -> tuple[str, int, int]:
        """Where it stands, for ordering."""
        return (self.statement.document, self.span.start, self.span.end)


def once(function: Callable[["Utterance"], R]) -> Callable[["Utterance"], R]:
    """Remembers the function's answer with the utterance, as a cached property would."""
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(utterance: Utterance) -> R:
        held = utterance.__dict__
        if key not in held:
            held[key] = function(utterance)
        answer: R = held[key]
        return answer

    return remembering


def prepare(
    extractions: Sequence[Extraction], entities: Sequence[Entity], resolution: Mapping[str, str]
) -> tuple[Utterance, ...]:
    """All statements of all documents, in order of document and place."""
    keys = name_keys(entities)
    found: list[Utterance] = []
    for extraction in extractions:
        found += _of_document(extraction, keys, resolution)
    return tuple(sorted(found, key=lambda one: (one.place, one.statement.id)))


def name_keys(entities: Sequence[Entity]) -> dict[str, str]:
    """Entity ids to keys: a people, and what it is called by adjective, share the key of its country."""
    homes = sorted(
        (one for one in entities if one.type in _HOMES), key=lambda one: (one.type, one.id), reverse=True
    )
    by_code = {one.country: one.id for one in homes if one.country and one.type == "country"}
    by_root = {root: one.id for one in homes for root in _single_roots(one)}
    for one in homes:
        if one.type == "country":
            by_root |= dict.fromkeys(_single_roots(one), one.id)
    found = {}
    for entity in entities:
        joined = next((by_root[root] for root in _single_roots(entity) if root in by_root), None)
        if entity.type == "group":
            joined = joined or (by_code.get(entity.country or "") if len(entity.name.split()) == 1 else None)
        found[entity.id] = joined or entity.id if entity.type in {*_HOMES, "group"} else entity.id
    return found


def _single_roots(entity: Entity) -> list[str]:
    """Roots of its names of one word."""
    return [name_root(name) for name in (entity.name, *entity.names) if " " not in name]


def _of_document(
    extraction: Extraction, keys: Mapping[str, str], resolution: Mapping[str, str]
) -> list[Utterance]:
    document = extraction.document
    source = Source(document.id, document.text, min(document.uris), document.authors)
    segments = {segment.id: segment for segment in extraction.segments}
    marked = [
        Name(keys.get(entity, entity), mention.type, mention.start, mention.end, mention.text)
        for mention in sorted(extraction.mentions, key=lambda one: (one.start, one.end))
        if mention.entity and (entity := resolution.get(mention.entity, mention.entity))
    ]
    names = sorted(
        [*marked, *_unmarked(document.text, extraction, marked)], key=lambda one: (one.start, one.end)
    )
    quantities = complete(extraction.quantities, extraction.segments, document.text)
    found = []
    for statement in extraction.statements:
        whole = hull(statement.content)
        inside = tuple(
            n for n in names if any(s.start <= n.start and n.end <= s.end for s in statement.content)
        )
        words = tuple(word for span in statement.content for word in words_of(document.text, *span))
        segment = segments.get(statement.segment)
        utterance = Utterance(
            statement=statement,
            source=source,
            segment=segment,
            voice=_voice(statement, resolution),
            words=words,
            names=inside,
            context=_context(names, whole, segment) if _leans(words, inside) else (),
            lead=_lead(document.text, whole, segment),
            quantities=tuple(q for q in quantities if whole.covers(Span(q.start, q.end))),
            times=tuple(t for t in extraction.times if whole.covers(Span(t.start, t.end))),
        )
        found.append(utterance)
    return found


def _unmarked(text: str, extraction: Extraction, marked: Sequence[Name]) -> list[Name]:
    """Capitalised words of statements that nothing marks, though elsewhere in the document they are names."""
    known = {name_root(name.text): name for name in marked if " " not in name.text and name.type in ACTORS}
    taken = {at for name in marked for at in range(name.start, name.end)}
    found = {}
    for span in (piece for statement in extraction.statements for piece in statement.content):
        for word in words_of(text, *span):
            said = text[word.start : word.end]
            name = known.get(name_root(said)) if said[:1].isupper() and word.start not in taken else None
            if name and len(said) > 3:
                found[word.start] = Name(name.key, name.type, word.start, word.end, said)
    return list(found.values())


def _voice(statement: Statement, resolution: Mapping[str, str]) -> str:
    """The resolved voice; descriptions ("various estimates") are one voice within a document only."""
    if statement.voice:
        return resolution.get(statement.voice, statement.voice)
    return f"{statement.document}:{statement.voice_name.lower()}"


def _leans(words: tuple[Word, ...], names: tuple[Name, ...]) -> bool:
    """Does the statement need the words before it to be understood whom it is about?"""
    if not any(name.type in ACTORS for name in names):
        return True
    return any(word.stem in stemmed_class("anaphora") for word in words)


def _lead(text: str, whole: Span, segment: Segment | None) -> tuple[Word, ...]:
    """The words from the start of the sentence before to the statement, within its segment."""
    opens = max(segment.start if segment else 0, whole.start - REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, opens, whole.start)]
    return words_of(text, ends[-2] if len(ends) > 1 else opens, whole.start)


def _context(names: Sequence[Name], whole: Span, segment: Segment | None) -> tuple[Name, ...]:
    """The last two to be named before the statement, shortly before and in its segment."""
    opens = max(segment.start if segment else 0, whole.start - REACH)
    before = [n for n in names if opens <= n.start and n.end <= whole.start and n.type in ACTORS]
    nearest = list({name.key: name for name in before}.values())
    return tuple(sorted(nearest, key=lambda name: name.start)[-2:])
