"""Whom a source's words stand for."""

from sayso.extract.entity.naming import Naming
from sayso.parse import ParsedDocument
from sayso.records import Spans


def resolve_source(parsed: ParsedDocument, naming: Naming, source: Spans) -> tuple[str | None, str]:
    """Whom a source's words stand for: (referent id or null, name or honest description)."""
    return None, " … ".join(parsed.words(span) for span in source)
