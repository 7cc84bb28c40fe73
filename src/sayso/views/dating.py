"""Which statements are dated, and to what: times that place something on the line of years."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sayso.records import Document, Snapshot, Span, Statement, Time
from sayso.views.dates import in_words, reach

#: Words that point at the day of writing, often as mere figures of speech.
DEICTIC = frozenset({"today", "yesterday", "tomorrow", "tonight", "now", "nowadays", "currently"})
#: A word before a time that makes it the end or the beginning of something.
_BOUND = re.compile(
    r"\b(before|until|till|after|since|from|back to)\s+(?:at least |the |about |around |early |late )*$", re.I
)
_BOUNDS = {
    "before": "before",
    "until": "until",
    "till": "until",
    "after": "after",
    "since": "since",
    "from": "since",
    "back to": "since",
}
#: In brackets, beside a work, a time says when that was printed, not when anything happened.
_WORKS = re.compile(
    r"\b(?:newspapers?|magazine|journal|weekly|daily|gazette|pp?\.|vol\.|press|edition|ed\.)\b", re.I
)
#: A coarser time so few characters from a finer one within it says nothing by itself ("May of 1990").
_NEAR = 25
_LEAD = 40


@dataclass(frozen=True)
class Dated:
    """A statement and a time it gives. ``bound`` is "before", "until", "after" or "since", else ""."""

    statement: Statement
    time: Time
    edtf: str
    bound: str

    @property
    def words(self) -> str:
        """The time for readers: "7 April 1992", "before 1915"."""
        said = in_words(self.edtf)
        return f"{self.bound} {said}" if self.bound and not said.startswith(("since", "until")) else said


def dated(
    snapshot: Snapshot, documents: Mapping[str, Document], statements: Collection[Statement]
) -> Iterator[Dated]:
    """Every statement with each time in its words, in order of text.

    Left out are times that only say when the document was written ("today"), when a cited work was
    printed, and coarser times beside finer ones within them.
    """
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_document[statement.document].append(statement)
    held: dict[str, tuple[Statement, list[Time]]] = {}
    for time in snapshot.times:
        if not _is_placed(time, documents[time.document]):
            continue
        for statement in by_document[time.document]:
            if any(span.covers(Span(time.start, time.end)) for span in statement.content):
                held.setdefault(statement.id, (statement, []))[1].append(time)
    for statement, times in held.values():
        text = documents[statement.document].text
        for time in times:
            if time.edtf and not any(_refines(other, time) for other in times):
                yield Dated(statement, time, time.edtf, _bound(text, time))


def _is_placed(time: Time, document: Document) -> bool:
    """Does the time name a year at which something was or will be?"""
    if not time.edtf or time.type != "date" or reach(time.edtf) is None or time.edtf.startswith("XXXX"):
        return False
    if time.edtf == document.published or time.text.casefold() in DEICTIC:
        return False
    return not _is_imprint(document.text, time)


def _is_imprint(text: str, time: Time) -> bool:
    """ "(The Harbour Daily newspaper, 4 May 1992)" """
    opens = text.rfind("(", max(0, time.start - 3 * _LEAD), time.start)
    if opens < 0 or ")" in text[opens : time.start]:
        return False
    closes = text.find(")", time.end, time.end + _LEAD)
    return closes >= 0 and _WORKS.search(text[opens : time.start]) is not None


def _refines(finer: Time, time: Time) -> bool:
    """Does another time beside it name a shorter stretch within the same one?"""
    inner, outer = reach(finer.edtf), reach(time.edtf)
    if finer is time or inner is None or outer is None or inner == outer:
        return False
    near = max(finer.start, time.start) - min(finer.end, time.end) <= _NEAR
    return near and outer[0] <= inner[0] and inner[1] <= outer[1]


def _bound(text: str, time: Time) -> str:
    found = _BOUND.search(text[max(0, time.start - _LEAD) : time.start])
    return _BOUNDS[found.group(1).lower()] if found else ""
