"""What is known of a document besides its words: given with it, or stated in its text, else null."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.intake import credits
from sayso.intake.dates import DATELINE, to_edtf
from sayso.intake.furniture import is_appeal, is_masthead, is_site_name, plain
from sayso.intake.lines import Labelled
from sayso.intake.names import is_desk, is_nobody, is_person
from sayso.records.document import SegmentKind

#: Where a text says whence it comes, it does so at the beginning of a paragraph of common length.
_PARAGRAPH = 2_000


@dataclass(frozen=True)
class Metadata:
    """The fields of a document that its source gives or its text states."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    derived_from: str | None = None

    def given(self) -> dict[str, object]:
        """The fields that are known, for the document's identity."""
        values = {
            "title": self.title,
            "outlet": self.outlet,
            "authors": list(self.authors),
            "published": self.published,
            "derived_from": self.derived_from,
        }
        return {name: value for name, value in values.items() if value}

    def over(self, other: "Metadata") -> "Metadata":
        """These fields, those unknown filled from another source."""
        return Metadata(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            derived_from=self.derived_from or other.derived_from,
        )

    @property
    def speaker(self) -> str | None:
        """Whose voice the article is: its authors as a byline joins them, else the outlet."""
        if not self.authors:
            return self.outlet
        *first, last = self.authors
        return f"{', '.join(first)} and {last}" if first else last


def complete(given: Metadata, labelled: Sequence[Labelled]) -> Metadata:
    """What the source gave, completed from the text."""
    lines = _by_kind(labelled)
    paragraphs = [plain(one)[:_PARAGRAPH] for kind in ("body", "boilerplate", "bio") for one in lines[kind]]
    ends = paragraphs if len(paragraphs) < 12 else paragraphs[:4] + paragraphs[-8:]
    derived = given.derived_from or credits.derived_from(ends)
    outlet = given.outlet or _outlet(lines, ends)
    authors = given.authors or _authors(lines)
    if derived and not given.authors:
        authors += tuple(name for name in credits.derived_authors(ends) if name not in authors)
    return replace(
        given,
        title=given.title or next((plain(one) for one in lines["title"]), None),
        outlet=outlet,
        authors=authors,
        published=given.published or _published(labelled),
        derived_from=derived if derived != outlet else None,
    )


def _by_kind(labelled: Sequence[Labelled]) -> dict[SegmentKind, list[str]]:
    kinds: tuple[SegmentKind, ...] = (
        "title",
        "body",
        "caption",
        "bio",
        "comment",
        "navigation",
        "boilerplate",
    )
    found: dict[SegmentKind, list[str]] = {kind: [] for kind in kinds}
    for one in labelled:
        found[one.kind].append(one.line.text)
    return found


def _outlet(lines: dict[SegmentKind, list[str]], ends: list[str]) -> str | None:
    """The page's own name, or who says to present or to publish the text."""
    for one in lines["navigation"][:1]:
        if is_site_name(plain(one)) or is_masthead(one):
            return plain(one)
    for one in lines["boilerplate"]:
        if (house := credits.dated_house(plain(one))) and is_masthead(house):
            return house
    short = [plain(one) for kind in ("boilerplate", "navigation", "bio") for one in lines[kind]]
    appeals = [one for one in lines["boilerplate"] if is_appeal(one)]
    return credits.adapter(ends) or credits.publisher(short) or credits.asker(appeals)


def _authors(lines: dict[SegmentKind, list[str]]) -> tuple[str, ...]:
    """The names of the byline, else of the bios, else of the signature."""
    notes = [note for one in lines["bio"] if not credits.is_nameless_byline(note := plain(one))]
    for note in notes:
        if names := credits.byline(note):
            return names
    bios = [name for note in notes if (name := credits.bio_of(note) or credits.followed(note))]
    if bios:
        return tuple(dict.fromkeys(bios))
    for note in notes:
        name = note.lstrip("—–- ")
        if (is_person(name) or is_desk(name)) and not is_nobody(name) and len(name) < 80:
            return (name,)
    return ()


def _published(labelled: Sequence[Labelled]) -> str | None:
    """The date of the line that dates the page, or of the byline; below the body only where it says so."""
    begun = False
    for one in labelled:
        text = plain(one.line.text)
        begun = begun or one.kind == "body"
        dateline = DATELINE.fullmatch(text) if one.kind == "boilerplate" else None
        dated = (dateline and (not begun or dateline["lead"])) or (not begun and credits.dated_house(text))
        if (dated or (one.kind == "bio" and credits.byline(text))) and (found := to_edtf(text)):
            return found
    return None
