"""Many short texts parsed in one go."""

from collections.abc import Sequence

from sayso.parse import ParsedDocument, Parser
from sayso.records import Document, Segment, ids


def parse(texts: Sequence[str], network: bool = False) -> ParsedDocument:
    """All texts as the paragraphs of one document, one segment each."""
    whole, segments, at = "\n\n".join(texts), [], 0
    identity = ids.derive("doc", whole)
    for order, text in enumerate(texts):
        segments.append(
            Segment(
                id=f"seg_{order}", document=identity, start=at, end=at + len(text), order=order, kind="body"
            )
        )
        at += len(text) + 2
    document = Document(
        id=identity, uris=("paragraphs",), media_type="text/plain", sha256="", text=whole, language="en"
    )
    return Parser(network=network).parse(document, segments)


def parse_sentence(parser: Parser, text: str) -> ParsedDocument:
    """The sentence as a document of one body segment."""
    document = Document(
        id=ids.derive("doc", text), uris=("sentence",), media_type="text/plain",
        sha256=ids.sha256(text.encode()), text=text, language="en",
    )  # fmt: skip
    segment = Segment(
        id=ids.derive("seg", document.id), document=document.id, start=0, end=len(text), order=0, kind="body"
    )
    return parser.parse(document, [segment])
