"""From parsed text to quantities."""

from sayso.extract.entity import Naming
from sayso.parse import ParsedDocument
from sayso.records import Quantity, Statement, Time


def find_quantities(
    parsed: ParsedDocument,
    naming: Naming,
    statements: tuple[Statement, ...],
    times: tuple[Time, ...],
) -> tuple[Quantity, ...]:
    """All quantities of the document, in order of text."""
    return ()
