"""Events made ready for comparison: who took part, in what words, when, with whom as one and the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.align.compare.happening import reach
from sayso.align.utterance import name_keys
from sayso.align.wording import ideas, words_of
from sayso.records import Entity, Event, Extraction, Party

#: Of a time that covers more years than this the years say too little to file an event under.
_WIDE = 12


@dataclass(frozen=True)
class Part:
    """One who takes part: ``key`` joins a country with its people; ``country`` as ISO 3166-1 alpha-2;
    ``whole`` where it is the country itself, or its government, rather than somebody of it."""

    key: str | None
    name: str
    country: str | None
    whole: bool


@dataclass(frozen=True, eq=False)
class Telling:
    """An event of one document with what it is compared by. ``acts`` are stems and ideas of its predicate,
    ``stems`` of all its words but names."""

    event: Event
    who: Part | None
    to: Part | None
    acts: frozenset[str]
    stems: frozenset[str]

    @cached_property
    def reach(self) -> tuple[float, float] | None:
        """First and last moment of its time, in years; null where it has none."""
        return reach(self.event.when)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Those who take part and are known."""
        return tuple(part for part in (self.who, self.to) if part is not None)

    def keys(self) -> Iterator[str]:
        """What it is filed under: its code and its predicate's words, with each part and each year."""
        named = {f"n:{part.key}" for part in self.parts if part.key}
        named |= {f"c:{part.country}" for part in self.parts if part.country}
        nameless = (part.name for part in self.parts if not part.key and not part.country)
        named |= {
            f"w:{word.stem}" for name in nameless for word in words_of(name, 0, len(name)) if word.content
        }
        span = self.reach
        years = range(int(span[0]), int(span[1] - 1e-9) + 1) if span and span[1] - span[0] <= _WIDE else ()
        for name in sorted(named):
            for act in (self.event.plover or "", *sorted(self.acts)):
                yield f"{name}|{act}"
                yield from (f"{name}|{act}|{year}" for year in years)


def prepare_tellings(
    extractions: Sequence[Extraction], entities: Sequence[Entity], resolution: Mapping[str, str]
) -> tuple[Telling, ...]:
    """All events of all documents, in order of document and place."""
    cast = _Cast({entity.id: entity for entity in entities}, name_keys(entities), resolution)
    found = [cast.telling(event, one) for one in extractions for event in one.events]
    return tuple(sorted(found, key=lambda one: (one.event.document, one.event.start, one.event.id)))


@dataclass(frozen=True)
class _Cast:
    entities: Mapping[str, Entity]
    names: Mapping[str, str]
    resolution: Mapping[str, str]

    def telling(self, event: Event, source: Extraction) -> Telling:
        said = _content(source, event.start, event.end)
        return Telling(
            event=event,
            who=self._part(event.who, event.who_country),
            to=self._part(event.to, event.to_country),
            acts=_with_ideas(_plain(event.did)),
            stems=_with_ideas(said | _plain(event.did)),
        )

    def _part(self, party: Party | None, country: str | None) -> Part | None:
        if party is None:
            return None
        entity = self.entities.get(self.resolution.get(party.entity or "", party.entity or ""))
        if entity is None:
            return Part(None, party.name, country, False)
        whole = entity.type == "country" or entity.name.startswith("Government of")
        return Part(self.names.get(entity.id, entity.id), entity.name, entity.country or country, whole)


def _content(source: Extraction, start: int, end: int) -> frozenset[str]:
    """Stems of the content words between two places, without those of names, dates and figures."""
    text = source.document.text
    named = [(m.start, m.end) for m in source.mentions if m.start < end and start < m.end]
    dated = [(t.start, t.end) for t in source.times if t.start < end and start < t.end]

    def counts(at: int) -> bool:
        within = any(a <= at < b for a, b in named)
        return not (within and text[at].isupper()) and not any(a <= at < b for a, b in dated)

    return frozenset(
        word.stem
        for word in words_of(text, start, end)
        if word.content and not word.stem.isdigit() and counts(word.start)
    )


def _plain(text: str) -> frozenset[str]:
    """Stems of content words in small letters."""
    return frozenset(
        word.stem
        for word in words_of(text, 0, len(text))
        if word.content and not word.stem.isdigit() and text[word.start].islower()
    )


def _with_ideas(stems: frozenset[str]) -> frozenset[str]:
    return stems | {f"i:{idea}" for stem in stems for idea in ideas().get(stem, ())}
