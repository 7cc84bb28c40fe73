"""The dossier: what a pile of documents says of one actor, or of the relation between two."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Claim, Document, Refusal, Snapshot, Statement
from sayso.views.actors import Actor, Concern, find_actor, most_mentioned
from sayso.views.contested import Point, contested_points
from sayso.views.entry import Entry, Note, Reader
from sayso.views.key_figures import FigureGroup, key_figures
from sayso.views.naming import Names, Naming
from sayso.views.outlook import looks_ahead
from sayso.views.sources import Descent, Source, descents, sources
from sayso.views.timeline import Moment, timeline
from sayso.views.voices import voice_key

#: Statements shown under a facet before the rest is only counted.
PER_FACET = 8
#: Contested points shown: questions with figures, dates or a "the only", rival names, statements at odds.
QUESTIONS_SHOWN, NAMES_SHOWN, ODDS_SHOWN = 20, 6, 10
AGREEMENTS_SHOWN = 15


@dataclass(frozen=True)
class Agreement:
    """A claim that several voices make."""

    claim: Claim
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class FacetSection:
    """A heading of the rubric and what is said under it; ``more`` statements are not shown."""

    heading: str
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True)
class VoiceRow:
    """A voice: what it is, where it speaks, how much, and which contested or agreed points it leaves out."""

    name: str
    role: str
    hue: int
    places: tuple[str, ...]
    statements: int
    silent_on: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """All sections, in the order in which they are read."""

    title: str
    actors: tuple[Actor, ...]
    counts: Mapping[str, int]
    agreed: tuple[Agreement, ...]
    contested: tuple[Point, ...]
    more_contested: int
    more_agreed: int
    figures: tuple[FigureGroup, ...]
    timeline: tuple[Moment, ...]
    facets: tuple[FacetSection, ...]
    outlook: tuple[Entry, ...]
    voices: tuple[VoiceRow, ...]
    names: tuple[Naming, ...]
    hostile: tuple[Entry, ...]
    descents: tuple[Descent, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
    unread: tuple[Document, ...]
    refused: tuple[Refusal, ...]


def build(snapshot: Snapshot, names: Sequence[str], headings: Mapping[str, str]) -> Dossier:
    """The dossier of the actors called ``names`` (none: the two spoken of most).

    ``headings`` are the rubric's facets, id to heading, in order. ``UsageError`` for an unknown name.
    """
    actors = [find_actor(snapshot, name) for name in names] if names else most_mentioned(snapshot)
    reader, concern = Reader(snapshot), Concern(snapshot)
    weight = concern.weights(snapshot.statements, actors)
    chosen = [s for s in snapshot.statements if weight[s.id]]
    calm = [s for s in chosen if not reader.hostile(s)]
    claims = [c for c in snapshot.claims if any(weight.get(m.statement) for m in c.statements)]
    points = contested_points(snapshot, reader, [s.id for s in calm])
    contested = _strongest(points)
    agreed = _agreed(claims, reader)
    spoken_of = {e for s in chosen for e in concern.entities(s)}
    figures = key_figures(snapshot, reader, calm)
    moments = timeline(snapshot, reader, calm)
    facets = _facets(calm, weight, reader, headings)
    outlook = tuple(reader.entry(s) for s in calm if looks_ahead(s))
    names_used = Names(snapshot, reader).rival_names(spoken_of)
    hostile = tuple(reader.entry(s) for s in chosen if reader.hostile(s))
    notes = tuple(reader.notes.all())
    return Dossier(
        title=" and ".join(actor.name for actor in actors) or "Nobody",
        actors=tuple(actors),
        counts=_counts(snapshot, chosen) | {"contested": len(points), "agreed": _shared(claims)},
        agreed=agreed,
        contested=contested,
        more_contested=len(points) - len(contested),
        more_agreed=_shared(claims) - len(agreed),
        figures=figures,
        timeline=moments,
        facets=facets,
        outlook=outlook,
        voices=_voices(chosen, contested, agreed, reader),
        names=names_used,
        hostile=hostile,
        descents=descents(snapshot),
        notes=notes,
        sources=sources(snapshot, notes),
        unread=tuple(d for d in snapshot.documents if not _was_read(d, snapshot)),
        refused=snapshot.refusals,
    )


def _was_read(document: Document, snapshot: Snapshot) -> bool:
    return any(statement.document == document.id for statement in snapshot.statements)


def _strength(claim: Claim) -> tuple[int, int, str]:
    return (-claim.origins, -len(claim.statements), claim.id)


def _strongest(points: Sequence[Point]) -> tuple[Point, ...]:
    """The first of each rank, in order."""
    ranks: dict[int, list[Point]] = defaultdict(list)
    for point in points:
        ranks[point.order[0]].append(point)
    return tuple(
        point
        for rank, most in enumerate((QUESTIONS_SHOWN, NAMES_SHOWN, ODDS_SHOWN))
        for point in ranks[rank][:most]
    )


def _agreed(claims: Sequence[Claim], reader: Reader) -> tuple[Agreement, ...]:
    shared = sorted((c for c in claims if c.status == "agreed"), key=_strength)
    return tuple(
        Agreement(
            claim, tuple(reader.entry(reader.statements[m.statement], m.stance) for m in claim.statements)
        )
        for claim in shared[:AGREEMENTS_SHOWN]
    )


def _facets(
    statements: Sequence[Statement], weight: Mapping[str, float], reader: Reader, headings: Mapping[str, str]
) -> tuple[FacetSection, ...]:
    by_facet: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for facet in statement.facets[:1]:
            by_facet[facet].append(statement)
    sections = []
    for facet, heading in headings.items():
        ranked = sorted(by_facet[facet], key=lambda s: (-weight[s.id], -s.confidence, s.document, s.content))
        shown = sorted(ranked[:PER_FACET], key=lambda s: (s.document, s.content))
        if shown:
            entries = tuple(reader.entry(s) for s in shown)
            sections.append(FacetSection(heading, entries, len(ranked) - len(shown)))
    return tuple(sections)


def _voices(
    statements: Sequence[Statement],
    contested: Sequence[Point],
    agreed: Sequence[Agreement],
    reader: Reader,
) -> tuple[VoiceRow, ...]:
    by_voice: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_voice[voice_key(statement)].append(statement)
    silent: dict[str, list[str]] = defaultdict(list)
    for point in contested:
        for voice in point.silent_ids:
            silent[voice].append(point.heading)
    for agreement in agreed:
        for voice in agreement.claim.silent:
            silent[voice].append(" ".join(agreement.claim.proposition.split()))
    rows = []
    for key, spoken in by_voice.items():
        first = spoken[0]
        own = next((link.role for s in spoken for link in s.chain if link.name == s.voice_name), "source")
        places = sorted({reader.entry(s).outlet for s in spoken})
        quiet = tuple(dict.fromkeys(silent[key]))
        rows.append(
            VoiceRow(first.voice_name, own, reader.cast.hue(first), tuple(places), len(spoken), quiet)
        )
    return tuple(sorted(rows, key=lambda r: (-r.statements, r.name)))


def _shared(claims: Sequence[Claim]) -> int:
    return sum(claim.status == "agreed" for claim in claims)


def _counts(snapshot: Snapshot, chosen: Sequence[Statement]) -> dict[str, int]:
    kinds = Counter(segment.kind for segment in snapshot.segments)
    return {
        "documents": len(snapshot.documents),
        "comments": kinds["comment"],
        "voices": len({voice_key(s) for s in chosen}),
        "statements": len(chosen),
    }
