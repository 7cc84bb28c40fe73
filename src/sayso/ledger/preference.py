"""Which of two descriptions of one text is kept."""

import msgspec

from sayso.records import Document, codec

_DESCRIPTIVE = ("title", "outlet", "authors", "published", "language", "derived_from")


def preference(document: Document) -> tuple[int, bytes]:
    """Smaller is better: more fields filled, then an arbitrary but constant order; names do not count."""
    unfilled = sum(not getattr(document, name) for name in _DESCRIPTIVE)
    return unfilled, codec.to_json(msgspec.structs.replace(document, uris=()))
