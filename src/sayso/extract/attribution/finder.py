"""From parsed text to attributions."""

from sayso.extract.attribution.shape import Attribution
from sayso.parse import ParsedDocument


def find_attributions(parsed: ParsedDocument) -> tuple[Attribution, ...]:
    """All attributions of the document, in order of content."""
    return ()
