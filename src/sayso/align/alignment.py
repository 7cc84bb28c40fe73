"""The order in which documents are compared."""

from collections.abc import Sequence

from sayso.records import Alignment, Extraction


def align(extractions: Sequence[Extraction], run: str) -> Alignment:
    """Entities across documents, claims, links and origins; the same for any order of input."""
    return Alignment()
