"""The order in which documents are compared."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.align.cluster import make_claims
from sayso.align.entity import resolve
from sayso.align.happening import find_happenings
from sayso.align.origin import families, find_origins, find_reprints
from sayso.align.relation import find_relations
from sayso.align.utterance import prepare
from sayso.records import Alignment, Decision, Extraction
from sayso.review.assessment import settled
from sayso.review.editing import with_edits, without_rejected


def align(extractions: Sequence[Extraction], run: str, decisions: Sequence[Decision] = ()) -> Alignment:
    """Entities across documents, claims, links and origins; the same for any order of input."""
    held, effects = settled(decisions, extractions)
    extractions = [without_rejected(with_edits(one, effects), effects) for one in held]
    entities, resolution = resolve(extractions, effects)
    origins = tuple(
        replace(one, standing=effects.standing(one.id))
        for one in find_origins(extractions, entities, resolution, run)
    )
    kept = [one for one in origins if one.standing != "rejected"]
    family = families([one.document for one in extractions], kept)
    utterances = prepare(extractions, entities, resolution)
    reprints = find_reprints(utterances, family)
    first = [one for one in utterances if one.statement.id not in reprints]
    links = find_relations(first, family, run, effects)
    used = [link for link in links if link.standing != "rejected"]
    return Alignment(
        entities=tuple(entities),
        resolution=dict(resolution),
        claims=make_claims(utterances, used, family, reprints, effects),
        links=links,
        origins=origins,
        happenings=find_happenings(extractions, entities, resolution, used, run),
    )
