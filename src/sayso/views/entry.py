"""One quoted statement as every view shows it, and the numbered places that quotes lead to."""

from dataclasses import dataclass, field

from sayso.records import Document, Segment, Snapshot, Statement, hull
from sayso.views.dates import in_words
from sayso.views.voices import SHAPES, Cast, chain_words, short_title

#: The document's own marks around a quotation; views set theirs.
QUOTATION_MARKS = '"“”„«»'


@dataclass(frozen=True)
class Note:
    """A numbered place: ``start`` to ``end`` of a document's text."""

    number: int
    document: Document
    start: int
    end: int


@dataclass
class Notes:
    """The places cited so far, numbered in order of appearance."""

    _numbers: dict[tuple[str, int, int], Note] = field(default_factory=dict)

    def cite(self, document: Document, start: int, end: int) -> Note:
        """The note for that place, new or already given."""
        key = (document.id, start, end)
        if key not in self._numbers:
            self._numbers[key] = Note(len(self._numbers) + 1, document, start, end)
        return self._numbers[key]

    def all(self) -> list[Note]:
        """Every note, by number."""
        return list(self._numbers.values())


@dataclass(frozen=True)
class Entry:
    """A statement ready to be shown: its words, who says them through whom, when, and where."""

    statement: Statement
    quote: str
    stance: str
    shape: str
    hue: int
    voice: str
    outlet: str
    date: str
    segment: str
    hostile: bool
    note: Note


class Reader:
    """Makes entries out of a snapshot's statements, with one cast and one list of notes."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.documents = {document.id: document for document in snapshot.documents}
        self.segments: dict[str, Segment] = {segment.id: segment for segment in snapshot.segments}
        self.statements = {statement.id: statement for statement in snapshot.statements}
        ordered = sorted(snapshot.statements, key=lambda s: (s.document, hull(s.content)))
        self.cast = Cast.of(ordered)
        self.notes = Notes()

    def hostile(self, statement: Statement) -> bool:
        """Was it said in a segment marked as hostile speech?"""
        segment = self.segments.get(statement.segment)
        return segment is not None and segment.hostile

    def entry(self, statement: Statement, stance: str | None = None) -> Entry:
        """The statement as shown, its place noted."""
        document = self.documents[statement.document]
        segment = self.segments.get(statement.segment)
        place = hull(statement.content)
        stance = stance or statement.polarity
        return Entry(
            statement=statement,
            quote=" ".join(statement.text.split()).strip(QUOTATION_MARKS),
            stance=stance,
            shape=SHAPES[stance],
            hue=self.cast.hue(statement),
            voice=chain_words(statement, document),
            outlet=short_title(document),
            date=in_words(document.published),
            segment=segment.kind if segment else "body",
            hostile=self.hostile(statement),
            note=self.notes.cite(document, place.start, place.end),
        )
