"""Finding the words of a decision again: the same record, else the same words of a changed document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.records import (
    Document,
    Event,
    Extraction,
    Ground,
    Mention,
    Quantity,
    Record,
    Span,
    Statement,
    Time,
    hull,
)

#: How many characters around the words are kept with them.
AROUND = 32
#: So much of what stood before or after must be there for words to be found in a document of another name.
_TELLING = 12
Quotable = Statement | Mention | Quantity | Time | Event


def place_of(record: Quotable) -> Span:
    """Where the record's words stand, from the first to the last."""
    if isinstance(record, Statement):
        return hull(record.content) if record.content else Span(0, 0)
    return Span(record.start, record.end)


def words_of(record: Quotable, document: Document) -> str:
    """The record's words; of a statement in pieces, joined as its text."""
    if isinstance(record, Statement):
        return record.text
    return document.text[record.start : record.end]


def ground(record: Quotable, document: Document) -> Ground:
    """The record's words with the way back to them."""
    start, end = place_of(record)
    return Ground(
        record=record.id,
        document=document.id,
        uri=min(document.uris, default=""),
        start=start,
        end=end,
        text=words_of(record, document),
        before=document.text[max(0, start - AROUND) : start],
        after=document.text[end : end + AROUND],
    )


def name_key(name: str) -> str:
    """A name without its capitals and line ends."""
    return " ".join(name.split()).casefold()


@dataclass
class Places:
    """All that decisions can be about, by id, by document and words, and by name."""

    records: dict[str, Quotable] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    referents: dict[str, str] = field(default_factory=dict)
    _worded: dict[tuple[str, str, str], list[Quotable]] = field(default_factory=lambda: defaultdict(list))
    _called: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _uris: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, extractions: Iterable[Extraction]) -> "Places":
        """Read through all extractions once."""
        made = cls()
        for extraction in sorted(extractions, key=lambda one: one.document.id):
            made._take(extraction)
        return made

    def _take(self, extraction: Extraction) -> None:
        document = extraction.document
        self.documents[document.id] = document
        for uri in document.uris:
            if not uri.startswith("-"):  # lines of standard input are named by their number only
                self._uris[uri].append(document.id)
        for referent in extraction.referents:
            self.referents[referent.id] = referent.name
            for name in (referent.name, *referent.names):
                self._called[name_key(name)].add(referent.id)
        parts: tuple[Sequence[Quotable], ...] = (
            extraction.statements,
            extraction.mentions,
            extraction.quantities,
            extraction.times,
            extraction.events,
        )
        for record in (one for part in parts for one in part):
            self.records[record.id] = record
            words = words_of(record, document)
            self._worded[document.id, record.id[:3], words].append(record)
            if isinstance(record, Mention) and record.entity:
                self._called[name_key(words)].add(record.entity)

    def find(self, ground: Ground) -> tuple[str, ...]:
        """Ids of the records that have these words now: in the document and in its other versions, else
        wherever the words stand among the same words."""
        own = [ground.document] if ground.document in self.documents else []
        versions = [one for one in self._uris.get(ground.uri, ()) if one not in own]
        found = [one for document in (*own, *versions) if (one := self._in(document, ground))]
        if not found and ground.document:
            found = [one for document in self._holding(ground) if (one := self._in(document, ground))][:1]
        return tuple(found)

    def _in(self, document: str, ground: Ground) -> str | None:
        """The record of these words in a document, of several the one among the most alike words."""
        if document == ground.document and ground.record in self.records:
            return ground.record
        same = self._worded.get((document, ground.record[:3], ground.text), [])
        text = self.documents[document].text
        best = min(same, key=lambda one: (-_shared(text, place_of(one), ground), one.id), default=None)
        return best.id if best else None

    def _holding(self, ground: Ground) -> Iterator[str]:
        """Documents of other names that have the words with what stood before or after them."""
        pieces = ground.text.split(" … ")
        first, last = pieces[0], pieces[-1]
        for wanted, words in (
            (ground.before[-_TELLING:] + first, first),
            (last + ground.after[:_TELLING], last),
        ):
            if len(wanted) == len(words) + _TELLING:
                yield from (one for one, document in self.documents.items() if wanted in document.text)

    def who(self, ground: Ground) -> tuple[str, ...]:
        """Ids of the referents a name of an entity stands for."""
        found = [self.records[one] for one in self.find(ground)]
        known = [one.entity for one in found if isinstance(one, Mention) and one.entity]
        if known or ground.document:
            return tuple(known)
        return tuple(sorted(self._called.get(name_key(ground.text), ())))

    def called(self, name: str) -> frozenset[str]:
        """Ids of the referents of that name anywhere."""
        return frozenset(self._called.get(name_key(name), ()))


def _shared(text: str, place: Span, ground: Ground) -> int:
    """How many characters before and after the place are those that stood around the words."""
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end : place.end + AROUND]
    return _common(before[::-1], ground.before[::-1]) + _common(after, ground.after)


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def grounds_of(records: Iterable[Record], documents: dict[str, Document]) -> tuple[Ground, ...]:
    """The words of the records that have any."""
    return tuple(
        ground(one, documents[one.document])
        for one in records
        if isinstance(one, Statement | Mention | Quantity | Time | Event) and one.document in documents
    )
