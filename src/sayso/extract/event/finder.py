"""From parsed text to events."""

from sayso.extract.entity import Naming
from sayso.parse import ParsedDocument
from sayso.records import Event, Statement, Time


def find_events(
    parsed: ParsedDocument,
    naming: Naming,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
    run: str,
) -> tuple[Event, ...]:
    """All events of the document, in order of text."""
    return ()
