"""Small makers of documents and parsed text for tests; real components, no mocks."""

from functools import cache

import msgspec

from sayso.parse import ParsedDocument, Parser
from sayso.records import Document, Segment, ids
from sayso.records.document import SegmentKind


@cache
def parser() -> Parser:
    """The default parser, loaded once a test run."""
    return Parser()


@cache
def network_parser() -> Parser:
    """The default parser with the network, loaded once a test run."""
    return Parser(network=True)


def document(text: str, **fields: object) -> Document:
    """An English document with that text."""
    values: dict[str, object] = {
        "id": ids.derive("doc", text),
        "uris": ("test.txt",),
        "media_type": "text/plain",
        "sha256": ids.sha256(text.encode()),
        "text": text,
        "language": "en",
    }
    return msgspec.convert(values | fields, Document)


def segment(of: Document, kind: SegmentKind = "body", **fields: object) -> Segment:
    """A segment over the whole document unless ``start`` and ``end`` say otherwise."""
    values: dict[str, object] = {"start": 0, "end": len(of.text), "order": 0, "kind": kind, "document": of.id}
    values |= fields
    values.setdefault("id", ids.derive("seg", of.id, values["start"], values["end"]))
    return msgspec.convert(values, Segment)


def marked(text: str) -> ParsedDocument:
    """The text parsed as one body segment and read by the network too."""
    doc = document(text)
    return network_parser().parse(doc, [segment(doc)] if text.strip() else [])


def parsed(text: str, **fields: object) -> ParsedDocument:
    """The text parsed as one body segment; ``fields`` are the document's."""
    of = document(text, **fields)
    return parser().parse(of, [segment(of)])
