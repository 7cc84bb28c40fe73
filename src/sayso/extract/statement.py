"""Attributions and own assertions become statements, with voice, chain, polarity, modality and facets."""

from dataclasses import dataclass

from sayso.extract.assertion import find_assertions
from sayso.extract.attribution import Attribution
from sayso.extract.entity import Naming, resolve_source
from sayso.extract.facet import FacetReader, Rubric, load_rubric
from sayso.extract.modality import modality, polarity
from sayso.extract.testimony import only_testimony, quoted_by
from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument
from sayso.records import ChainLink, Segment, Span, Spans, Statement, hull, ids
from sayso.records.statement import Role

_UNNAMED, _BELIEVED = "unnamed", "unnamed (general belief)"


def make_statements(
    parsed: ParsedDocument,
    naming: Naming,
    attributions: tuple[Attribution, ...],
    run: str,
    rubric: Rubric | None = None,
) -> tuple[Statement, ...]:
    """Every statement of the document, in order of text; headings are those of ``rubric``."""
    said = only_testimony(parsed, attributions)
    writer = _Writer(parsed, naming, said, run, FacetReader(parsed, rubric or load_rubric()))
    return writer.statements()


@dataclass(frozen=True)
class _Writer:
    parsed: ParsedDocument
    naming: Naming
    attributions: tuple[Attribution, ...]
    run: str
    facets: FacetReader

    def statements(self) -> tuple[Statement, ...]:
        found: dict[str, Statement] = {}
        for number, one in enumerate(self.attributions):
            if self._head(one.content) is not None:
                found.setdefault(self._id(number), self._attributed(number, one))
        for assertion in find_assertions(self.parsed, self.attributions):
            statement = self._own(assertion.content, assertion.head, assertion.confidence)
            found.setdefault(statement.id, statement)
        return tuple(sorted(found.values(), key=lambda one: (hull(one.content), one.mode == "own", one.id)))

    def _id(self, number: int) -> str:
        one = self.attributions[number]
        return ids.derive("stm", self.parsed.document.id, one.mode, one.content, one.source)

    def _head(self, content: Spans) -> int | None:
        """The first token of some content, null where nothing of it was parsed."""
        for span in content:
            for at in self.parsed.tokens_in(span):
                return at
        return None

    def _attributed(self, number: int, one: Attribution) -> Statement:
        parsed = self.parsed
        at = self._head(one.content) or 0
        segment = parsed.segment_of(at)
        mouths = self._mouths(one)
        facets, reasons = self.facets.explained(one.content)
        parent = self._parent(number)
        return Statement(
            id=self._id(number),
            document=parsed.document.id,
            segment=segment.id,
            content=one.content,
            text=spoken(parsed, one.content),
            mode=one.mode,
            source=one.source,
            cue=one.cue,
            voice=mouths[-1].entity,
            voice_name=mouths[-1].name,
            chain=(*self._frame(segment), *self._above(number), *mouths),
            polarity=polarity(parsed, one.content, one.cue),
            modality=modality(parsed, one.content, one.cue, one.source),
            facets=facets,
            facet_reasons=reasons,
            parent=self._id(parent) if parent is not None else None,
            confidence=round(one.confidence, 3),
            run=self.run,
        )

    def _own(self, content: Spans, head: int, confidence: float) -> Statement:
        parsed = self.parsed
        segment = parsed.segment_of(head)
        voice, name = self._speaker(segment)
        facets, reasons = self.facets.explained(content)
        return Statement(
            id=ids.derive("stm", parsed.document.id, "own", content, ()),
            document=parsed.document.id,
            segment=segment.id,
            content=content,
            text=spoken(parsed, content),
            mode="own",
            voice=voice,
            voice_name=name,
            chain=self._frame(segment),
            polarity=polarity(parsed, content, head=head),
            modality=modality(parsed, content, head=head),
            facets=facets,
            facet_reasons=reasons,
            confidence=confidence,
            run=self.run,
        )

    def _parent(self, number: int) -> int | None:
        """The position of the attribution around one, where that is a statement too."""
        parent = self.attributions[number].parent
        if parent is None or parent == number or not 0 <= parent < len(self.attributions):
            return None
        return parent if self._head(self.attributions[parent].content) is not None else None

    def _above(self, number: int) -> tuple[ChainLink, ...]:
        """The sources of the attributions around one, outermost first."""
        links: list[ChainLink] = []
        seen = {number}
        parent = self._parent(number)
        while parent is not None and parent not in seen:
            seen.add(parent)
            links[:0] = self._mouths(self.attributions[parent])
            parent = self._parent(parent)
        return tuple(links)

    def _mouths(self, one: Attribution) -> tuple[ChainLink, ...]:
        """The source, and whom it quotes, where it says that it does."""
        if not one.source:
            return (ChainLink(role="source", entity=None, name=self._nobody(one.cue)),)
        links = []
        for source in (one.source, quoted_by(self.parsed, one)):
            if source:
                voice, name = resolve_source(self.parsed, self.naming, source, one.content)
                links.append(ChainLink(role="source", entity=voice, name=" ".join(name.split()) or _UNNAMED))
        return tuple(links)

    def _nobody(self, cue: Spans) -> str:
        """What to call nobody: general belief where the cue is one of belief, else just unnamed."""
        tokens = self.parsed.tokens
        words = {tokens[at].lemma.lower() for span in cue for at in self.parsed.tokens_in(span)}
        return _BELIEVED if words & listed("speech", "belief", "words") else _UNNAMED

    def _speaker(self, segment: Segment) -> tuple[str | None, str]:
        """Whose words a segment's own are: its speaker or author, else the outlet, else nobody known."""
        name = self._author(segment) or self.parsed.document.outlet
        if segment.kind == "caption":
            shown = f"caption ({name})" if name else "caption"
        else:
            shown = name or "unsigned"
        return (self.naming.speakers.get(name) if name else None), shown

    def _author(self, segment: Segment) -> str | None:
        """The segment's speaker; a title or body without one is by all of the document's."""
        authors = self.parsed.document.authors
        if segment.speaker is None and segment.kind in ("title", "body"):
            return " and ".join(authors) or None
        return segment.speaker

    def _frame(self, segment: Segment) -> tuple[ChainLink, ...]:
        """The outlet, where known, and the segment's speaker, where it is somebody else."""
        outlet, author = self.parsed.document.outlet, self._author(segment)
        speakers = self.naming.speakers
        links: list[ChainLink] = []
        if outlet:
            links.append(ChainLink(role="outlet", entity=speakers.get(outlet), name=outlet))
        if author and author != outlet:
            role: Role = "commenter" if segment.kind == "comment" else "author"
            links.append(ChainLink(role=role, entity=speakers.get(author), name=author))
        return tuple(links)


def spoken(parsed: ParsedDocument, content: Spans) -> str:
    """The words of some content as stored, its pieces joined by an ellipsis."""
    return " … ".join(parsed.words(Span(*span)) for span in content)
