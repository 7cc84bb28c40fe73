"""What must hold of records whatever the texts say; pure, one sentence for everything that does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.records import (
    Alignment,
    Claim,
    Document,
    Event,
    Extraction,
    Link,
    Mention,
    Origin,
    Party,
    Place,
    Quantity,
    Referent,
    Segment,
    Span,
    Statement,
    Time,
    ids,
)

_ID = re.compile(r"[a-z]{3}_[0-9a-f]{20}")


@dataclass
class Known:
    """What the records may refer to. ``statements`` (id to document), ``events`` and ``lengths`` (of the
    texts, by document) are filled as documents are proved."""

    runs: set[str]
    hashes: dict[str, str]
    statements: dict[str, str] = field(default_factory=dict)
    events: set[str] = field(default_factory=set)
    lengths: dict[str, int] = field(default_factory=dict)


def prove_extraction(read: Extraction, known: Known) -> Iterator[str]:
    """What does not hold of one document's records."""
    document = read.document
    known.lengths[document.id] = len(document.text)
    known.statements |= {s.id: document.id for s in read.statements}
    known.events |= {event.id for event in read.events}
    if known.hashes.get(document.id) != ids.sha256(document.text.encode()):
        yield f"{document.id} has another text than the one that was read"
    segments = {s.id: s for s in read.segments}
    referents = {r.id for r in read.referents}
    for record in _records(read):
        yield from _identity(record.id, getattr(record, "run", None), known)
        if isinstance(record, Statement):
            yield from _statement(record, document, segments)
        elif not isinstance(record, Document | Referent):
            yield from _place(
                record.id, document, Span(record.start, record.end), getattr(record, "text", None)
            )
        said_in = getattr(record, "statement", None)
        if said_in is not None and known.statements.get(said_in) != document.id:
            yield f"{record.id} belongs to the statement {said_in}, which is not in its document"
        yield from _parties(record, referents)


_Read = Document | Segment | Statement | Mention | Referent | Quantity | Time | Event


def _records(read: Extraction) -> Iterator[_Read]:
    yield read.document
    for part in (read.segments, read.statements, read.mentions, read.referents, read.quantities, read.times):
        yield from part
    yield from read.events


def _identity(record_id: str, run: str | None, known: Known) -> Iterator[str]:
    if not _ID.fullmatch(record_id):
        yield f"{record_id!r} is no id"
    if run is not None and run not in known.runs:
        yield f"{record_id} was made by the run {run!r}, which is not in the ledger"


def _place(record_id: str, document: Document, span: Span, text: str | None) -> Iterator[str]:
    """Does the span lie in the document, and does it hold these words?"""
    if not 0 <= span.start <= span.end <= len(document.text):
        yield f"{record_id} stands at {span.start} to {span.end}, outside its document"
    elif text is not None and document.text[span.start : span.end] != text:
        yield f"{record_id} quotes other words than its document has at {span.start} to {span.end}"


def _statement(record: Statement, document: Document, segments: dict[str, Segment]) -> Iterator[str]:
    for span in (*record.content, *record.source, *record.cue):
        yield from _place(record.id, document, span, None)
    if record.text != " … ".join(document.text[s.start : s.end] for s in record.content):
        yield f"{record.id} quotes other words than its document has"
    segment = segments.get(record.segment)
    if segment is None:
        yield f"{record.id} stands in the segment {record.segment}, which is not in its document"
    elif not all(segment.start <= s.start and s.end <= segment.end for s in record.content):
        yield f"{record.id} has content outside its segment"


def _parties(record: object, referents: set[str]) -> Iterator[str]:
    """Is everybody a record names a referent of its document?"""
    parties = [getattr(record, name, None) for name in ("who", "to")]
    named = [p.entity for p in (*parties, *getattr(record, "about", ())) if isinstance(p, Party)]
    if isinstance(record, Statement):
        named += [record.voice, *(link.entity for link in record.chain)]
    if isinstance(record, Mention):
        named.append(record.entity)
    if isinstance(record, Referent):
        named.append(record.stands_for)
    for one in sorted({n for n in named if n is not None}):
        if one not in referents:
            yield f"{getattr(record, 'id', '')} names {one}, which is not in its document"


def prove_alignment(alignment: Alignment, known: Known) -> Iterator[str]:
    """What does not hold of the records that comparing added."""
    entities = {e.id for e in alignment.entities}
    for missing in sorted(set(alignment.resolution.values()) - entities):
        yield f"{missing} stands for names but is not in the ledger"
    for entity in alignment.entities:
        yield from _identity(entity.id, None, known)
    for claim in alignment.claims:
        yield from _identity(claim.id, None, known)
        yield from _claim(claim, entities, known)
    for link in alignment.links:
        yield from _identity(link.id, link.run, known)
        yield from _link(link, known)
    for origin in alignment.origins:
        yield from _identity(origin.id, origin.run, known)
        yield from _origin(origin, known)
    for happening in alignment.happenings:
        yield from _identity(happening.id, happening.run, known)
        yield from _missing(happening.id, happening.events, known.events)
        named = [party.entity for party in (happening.who, happening.to) if party]
        yield from _missing(happening.id, (entity for entity in named if entity), entities)


def _missing(record_id: str, wanted: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    for missing in sorted(set(wanted) - set(there)):
        yield f"{record_id} refers to {missing}, which is not in the ledger"


def _claim(claim: Claim, entities: set[str], known: Known) -> Iterator[str]:
    yield from _missing(claim.id, (s.statement for s in claim.statements), known.statements)
    yield from _missing(claim.id, (s for s in claim.silent if s.startswith("ent_")), entities)


def _link(link: Link, known: Known) -> Iterator[str]:
    yield from _missing(link.id, (link.a, link.b), known.statements)
    for statement, place in ((link.a, link.a_span), (link.b, link.b_span)):
        yield from _reach(link.id, place, known)
        if place.document != known.statements.get(statement, place.document):
            yield f"{link.id} quotes {place.document}, where its statement {statement} is not"


def _origin(origin: Origin, known: Known) -> Iterator[str]:
    documents = [d for d in (origin.document, origin.from_document) if d is not None]
    yield from _missing(origin.id, documents, known.lengths)
    for span in origin.spans:
        yield from _reach(origin.id, Place(document=origin.document, start=span.start, end=span.end), known)


def _reach(record_id: str, place: Place, known: Known) -> Iterator[str]:
    if not 0 <= place.start <= place.end <= known.lengths.get(place.document, place.end):
        yield f"{record_id} stands at {place.start} to {place.end}, outside {place.document}"
