"""Who a view is about, and which statements concern them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sayso.errors import UsageError
from sayso.records import Entity, Mention, Snapshot, Statement

#: How many entities besides the actors a document may speak of as much and still be about them.
CHIEF = 2
SPEAKING_TYPES = ("country", "organisation", "person", "group", "place")


@dataclass(frozen=True)
class Actor:
    """An entity and those counted with it: its government, where a metonym stands for that."""

    entity: Entity
    circle: frozenset[str]

    @property
    def name(self) -> str:
        """The name the view uses."""
        return self.entity.name


def _circle(entity: Entity, snapshot: Snapshot) -> frozenset[str]:
    beside = {
        other.id
        for other in snapshot.entities
        if entity.type == "country" and entity.country and other.country == entity.country and other.metonyms
    }
    return frozenset({entity.id} | beside)


def find_actor(snapshot: Snapshot, name: str) -> Actor:
    """The entity called ``name`` in any of its forms; ``UsageError`` names the nearest if none is."""
    wanted = name.casefold().strip()
    mentioned = Counter(mention.entity for mention in snapshot.mentions)
    called: dict[str, list[Entity]] = defaultdict(list)
    for entity in snapshot.entities:
        for form in {entity.name, *entity.names}:
            called[form.casefold()].append(entity)
    if wanted not in called:
        near = get_close_matches(wanted, called, n=3, cutoff=0.6)
        known = [called[form][0].name for form in near]
        hint = f"did you mean {' or '.join(known)}?" if known else _spoken_of(snapshot)
        raise UsageError(f"nobody in this ledger is called {name!r}; {hint}")
    best = min(called[wanted], key=lambda e: (e.name.casefold() != wanted, -mentioned[e.id], e.id))
    return Actor(best, _circle(best, snapshot))


def _spoken_of(snapshot: Snapshot) -> str:
    names = [actor.name for actor in most_mentioned(snapshot, 3)]
    return (
        f"it speaks most of {', '.join(names)}" if names else "it speaks of nobody yet; add documents first"
    )


def most_mentioned(snapshot: Snapshot, count: int = 2) -> list[Actor]:
    """The actors the documents speak of most: countries before all others."""
    mentioned = Counter(mention.entity for mention in snapshot.mentions)
    ranked = sorted(
        (entity for entity in snapshot.entities if entity.type in SPEAKING_TYPES and mentioned[entity.id]),
        key=lambda e: (e.type != "country", -mentioned[e.id], e.id),
    )
    return [Actor(entity, _circle(entity, snapshot)) for entity in ranked[:count]]


class Concern:
    """Which entities each statement speaks of, and how near it is to the actors of a view."""

    def __init__(self, snapshot: Snapshot) -> None:
        by_document: dict[str, list[Mention]] = defaultdict(list)
        for mention in snapshot.mentions:
            by_document[mention.document].append(mention)
        self._mentions: Mapping[str, Sequence[Mention]] = {
            document: sorted(mentions, key=lambda m: (m.start, m.end))
            for document, mentions in by_document.items()
        }
        self._starts = {document: [m.start for m in ms] for document, ms in self._mentions.items()}
        self._comments = {s.id: s for s in snapshot.segments if s.kind == "comment"}

    def entities(self, statement: Statement) -> frozenset[str]:
        """The ids of the entities mentioned within the statement's content."""
        return frozenset(
            entity
            for start, end in statement.content
            for entity in self._within(statement.document, start, end)
        )

    def _within(self, document: str, start: int, end: int) -> Iterator[str]:
        """The entities mentioned between two places of a document."""
        mentions, starts = self._mentions.get(document, ()), self._starts.get(document, [])
        for mention in mentions[bisect_left(starts, start) : bisect_left(starts, end)]:
            if mention.end <= end and mention.entity:
                yield mention.entity

    def chief(self, document: str, actors: Sequence[Actor]) -> bool:
        """Are all the actors among those the document speaks of most?"""
        counted = Counter(m.entity for m in self._mentions.get(document, ()) if m.entity)
        ranked = sorted(counted, key=lambda e: (-counted[e], e))[: CHIEF + len(actors)]
        return bool(actors) and all(actor.circle & set(ranked) for actor in actors)

    def weights(self, statements: Sequence[Statement], actors: Sequence[Actor]) -> dict[str, float]:
        """How near each statement is: the number of actors in its words; 0.5 where it names none but stands
        in a document chiefly about them, if a comment in one that names them; 0 for all others."""
        chief = {d: self.chief(d, actors) for d in {s.document for s in statements}}
        weights: dict[str, float] = {}
        for statement in statements:
            found = self.entities(statement)
            named = sum(1 for actor in actors if actor.circle & found)
            beside = chief[statement.document] and self._spoken_beside(statement, actors)
            weights[statement.id] = named or (0.5 if beside else 0.0)
        return weights

    def _spoken_beside(self, statement: Statement, actors: Sequence[Actor]) -> bool:
        """Is it the article's own, or in a comment that names an actor?"""
        comment = self._comments.get(statement.segment)
        if comment is None:
            return True
        named = set(self._within(comment.document, comment.start, comment.end))
        return any(actor.circle & named for actor in actors)
