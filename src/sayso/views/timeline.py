"""What happened when, in the words of those who say so."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sayso.records import Snapshot, Span, Statement
from sayso.views.dates import in_words, order, reach
from sayso.views.entry import Entry, Reader

#: Words that point at the day of writing, often as mere figures of speech.
DEICTIC = frozenset({"today", "yesterday", "tomorrow", "tonight", "now", "nowadays", "currently"})


@dataclass(frozen=True)
class Moment:
    """One time and the statements that date something to it."""

    edtf: str
    words: str
    entries: tuple[Entry, ...]


def timeline(snapshot: Snapshot, reader: Reader, statements: Collection[Statement]) -> tuple[Moment, ...]:
    """Every dated statement under each of its dates, earliest first.

    Left out are hostile speech and times that only say when the document was written ("today").
    """
    wanted = {s.id: s for s in statements if not reader.hostile(s)}
    dated: dict[str, dict[str, Statement]] = defaultdict(dict)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in wanted.values():
        by_document[statement.document].append(statement)
    for time in snapshot.times:
        published = reader.documents[time.document].published
        if not time.edtf or time.type != "date" or not _is_placed(time.edtf):
            continue
        if time.edtf == published or time.text.casefold() in DEICTIC:
            continue
        at = Span(time.start, time.end)
        for statement in by_document[time.document]:
            if any(span.covers(at) for span in statement.content):
                dated[time.edtf].setdefault(statement.id, statement)
    return tuple(
        Moment(edtf, in_words(edtf), tuple(reader.entry(s) for s in _once(dated[edtf].values())))
        for edtf in sorted(dated, key=lambda e: (order(e), e))
    )


def _is_placed(edtf: str) -> bool:
    """Does the time name a year, so that it has a place on the line?"""
    return reach(edtf) is not None and not edtf.startswith("XXXX")


def _once(statements: Collection[Statement]) -> list[Statement]:
    """Statements without those whose words are all inside another's; order of text."""
    ordered = sorted(statements, key=lambda s: (s.document, s.content))
    return [
        s
        for s in ordered
        if not any(o is not s and o.document == s.document and _inside(s, o) for o in ordered)
    ]


def _inside(one: Statement, other: Statement) -> bool:
    def size(statement: Statement) -> int:
        return sum(end - start for start, end in statement.content)

    return size(one) < size(other) and all(any(o.covers(s) for o in other.content) for s in one.content)
