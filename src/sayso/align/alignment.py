"""The order in which documents are compared."""

from collections.abc import Sequence

from sayso.align.cluster import make_claims
from sayso.align.entity import resolve
from sayso.align.origin import families, find_origins, find_reprints
from sayso.align.relation import find_relations
from sayso.align.utterance import prepare
from sayso.records import Alignment, Extraction


def align(extractions: Sequence[Extraction], run: str) -> Alignment:
    """Entities across documents, claims, links and origins; the same for any order of input."""
    entities, resolution = resolve(extractions)
    origins = find_origins(extractions, entities, resolution, run)
    family = families([one.document for one in extractions], origins)
    utterances = prepare(extractions, entities, resolution)
    reprints = find_reprints(utterances, family)
    links = find_relations([one for one in utterances if one.statement.id not in reprints], family, run)
    return Alignment(
        entities=tuple(entities),
        resolution=dict(resolution),
        claims=make_claims(utterances, links, family, reprints),
        links=links,
        origins=origins,
    )
