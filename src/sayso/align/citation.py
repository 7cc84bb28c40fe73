"""Reports, outlets and offices that several documents rest on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.records import Entity, Extraction, Origin, Span, Spans, hull, ids
from sayso.records.claim import OriginKind

#: Who can be cited as an origin of its own; people speak for themselves.
_CITED = frozenset({"organisation", "document"})


def find_citations(
    extractions: Sequence[Extraction], entities: Sequence[Entity], resolution: Mapping[str, str], run: str
) -> list[Origin]:
    """For every organisation or document cited by two documents or more, one origin a document."""
    citable = {entity.id: entity for entity in entities if entity.type in _CITED}
    cited: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for extraction in extractions:
        for statement in extraction.statements:
            voice = resolution.get(statement.voice or "", statement.voice or "")
            if statement.mode != "own" and voice in citable and statement.source:
                cited[voice][extraction.document.id].append(hull(statement.source))
    return [
        make_origin(document, None, "cites", run, name=citable[voice].name, spans=tuple(sorted(set(spans))))
        for voice in sorted(cited)
        for document, spans in sorted(cited[voice].items())
        if len(cited[voice]) > 1
    ]


def make_origin(
    document: str,
    source: str | None,
    kind: OriginKind,
    run: str,
    *,
    name: str | None = None,
    spans: Spans = (),
) -> Origin:
    """A sure origin: another document of the ledger where ``source`` is given, else a name."""
    return Origin(
        id=ids.derive("org", kind, document, source, None if source else name),
        document=document,
        from_document=source,
        from_name=None if source else name,
        kind=kind,
        score=1.0,
        spans=spans,
        run=run,
    )
