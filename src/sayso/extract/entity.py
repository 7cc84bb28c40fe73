"""Names and descriptions in one document, and which of them stand for the same."""

from dataclasses import dataclass, field

from sayso.parse import ParsedDocument
from sayso.records import Mention, Referent, Spans


@dataclass(frozen=True)
class Naming:
    """The mentions of a document and their referents.

    ``speakers`` leads from the name of each segment speaker, author and outlet to its referent's id.
    """

    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    speakers: dict[str, str] = field(default_factory=dict)


def find_names(parsed: ParsedDocument, run: str) -> Naming:
    """All mentions of entities, linked to the referents of this document."""
    return Naming()


def resolve_source(parsed: ParsedDocument, naming: Naming, source: Spans) -> tuple[str | None, str]:
    """Whom a source's words stand for: (referent id or null, name or honest description).

    Pronouns and definite descriptions are looked up within the document.
    """
    return None, " … ".join(parsed.words(span) for span in source)
