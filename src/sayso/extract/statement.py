"""Attributions and own assertions become statements, with voice, chain, polarity, modality and facets."""

from sayso.extract.attribution import Attribution
from sayso.extract.entity import Naming
from sayso.parse import ParsedDocument
from sayso.records import Statement


def make_statements(
    parsed: ParsedDocument, naming: Naming, attributions: tuple[Attribution, ...], run: str
) -> tuple[Statement, ...]:
    """Every statement of the document, in order of text."""
    return ()
