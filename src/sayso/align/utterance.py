"""Statements made ready for comparison: resolved voices and names, words, figures, times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.align.wording import Word, ideas, name_root, stemmed_class, words_of
from sayso.records import Entity, Extraction, Quantity, Segment, Span, Statement, Time, hull

#: Entity types that can be held to account or hold a place.
ACTORS = frozenset({"country", "group", "organisation", "person", "place"})

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


@dataclass(frozen=True)
class Utterance:
    """A statement with all that is compared; ``context`` are names the words before it bring in."""

    statement: Statement
    source: Source
    segment: Segment | None
    voice: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    context: tuple[Name, ...] = ()
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
    def place(self) -> tuple[str, int, int]:
        """Where it stands, for ordering."""
        return (self.statement.document, self.span.start, self.span.end)


def prepare(
    extractions: Sequence[Extraction], entities: Sequence[Entity], resolution: Mapping[str, str]
) -> tuple[Utterance, ...]:
    """All statements of all documents, in order of document and place."""
    keys = _keys(entities)
    found: list[Utterance] = []
    for extraction in extractions:
        found += _of_document(extraction, keys, resolution)
    return tuple(sorted(found, key=lambda one: (one.place, one.statement.id)))


def _keys(entities: Sequence[Entity]) -> dict[str, str]:
    """Entity ids to keys: a people and the country it is named after share the country's."""
    countries = [entity for entity in entities if entity.type == "country"]
    by_code = {entity.country: entity.id for entity in countries if entity.country}
    by_root = {name_root(name): entity.id for entity in countries for name in entity.names if " " not in name}
    found = {}
    for entity in entities:
        roots = [name_root(name) for name in (entity.name, *entity.names) if " " not in name]
        joined = by_code.get(entity.country or "") or next(
            (by_root[root] for root in roots if root in by_root), None
        )
        found[entity.id] = joined or entity.id if entity.type == "group" else entity.id
    return found


def _of_document(
    extraction: Extraction, keys: Mapping[str, str], resolution: Mapping[str, str]
) -> list[Utterance]:
    document = extraction.document
    source = Source(document.id, document.text, min(document.uris), document.authors)
    segments = {segment.id: segment for segment in extraction.segments}
    names = [
        Name(keys.get(entity, entity), mention.type, mention.start, mention.end, mention.text)
        for mention in sorted(extraction.mentions, key=lambda one: (one.start, one.end))
        if mention.entity and (entity := resolution.get(mention.entity, mention.entity))
    ]
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
            quantities=tuple(q for q in extraction.quantities if whole.covers(Span(q.start, q.end))),
            times=tuple(t for t in extraction.times if whole.covers(Span(t.start, t.end))),
        )
        found.append(utterance)
    return found


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


def _context(names: Sequence[Name], whole: Span, segment: Segment | None) -> tuple[Name, ...]:
    """The last two to be named before the statement, shortly before and in its segment."""
    opens = max(segment.start if segment else 0, whole.start - REACH)
    before = [n for n in names if opens <= n.start and n.end <= whole.start and n.type in ACTORS]
    nearest = list({name.key: name for name in before}.values())
    return tuple(sorted(nearest, key=lambda name: name.start)[-2:])
