"""From parsed text to times."""

from sayso.parse import ParsedDocument
from sayso.records import Statement, Time


def find_times(parsed: ParsedDocument, statements: tuple[Statement, ...]) -> tuple[Time, ...]:
    """All time expressions of the document, in order of text, anchored on its date and narrative."""
    return ()
