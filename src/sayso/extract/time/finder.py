"""From parsed text to times."""

import re
from collections.abc import Callable, Iterator

from sayso.extract.time.holding import Holding
from sayso.extract.time.recogniser import Stretch, recognise
from sayso.extract.time.timex import Kind, Timex
from sayso.parse import LANGUAGES, ParsedDocument, Token
from sayso.records import SPOKEN, Segment, Span, Statement, Time, ids
from sayso.records.figure import TimeType

_TYPES: dict[Kind, TimeType] = {"DATE": "date", "TIME": "date", "DURATION": "duration", "SET": "set"}
_DATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FUTURE_AUXILIARIES = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "could", "may", "might", "must"}
)
_FUTURE_HEADS = frozenset(
    {"expect", "plan", "schedule", "intend", "hope", "slate", "due", "likely", "set", "be"}
)
_AHEAD = frozenset({"expect", "plan", "schedule", "intend", "slate", "postpone"})
_REPORTING = frozenset({"say", "report", "tell", "announce", "write", "be", "have", "show"})
_LIMIT = re.compile(r"\b(?:as (?:soon|early|late) as|until|till)\s+$", re.IGNORECASE)


def find_timexes(parsed: ParsedDocument) -> Iterator[Timex]:
    """The time expressions of the document's segments, in order of text.

    A reader's comment is not written on the day the article was: its relative dates have only its own
    narrative. Text that is no prose (navigation, boilerplate) is read for full dates alone.
    """
    if parsed.document.language not in LANGUAGES:
        return
    dated = _DATED.match(parsed.document.published or "")
    if dated and not "0100" < dated[0] < "9900":  # no room to count to either side
        dated = None
    for segment in sorted(parsed.segments, key=lambda segment: segment.start):
        yield from recognise(parsed.document.text, _stretch(parsed, segment, dated[0] if dated else None))


def _stretch(parsed: ParsedDocument, segment: Segment, published: str | None) -> Stretch:
    return Stretch(
        segment.start,
        segment.end,
        published=None if segment.kind == "comment" else published,
        tense=_tense(parsed),
        datelines_only=segment.kind not in SPOKEN,
    )


def _tense(parsed: ParsedDocument) -> Callable[[int], int]:
    """Of what time does the clause around an offset speak: 1 future, -1 past, 0 not told?"""

    def tense(offset: int) -> int:
        indices = parsed.tokens_in(Span(offset, offset + 1))
        if _LIMIT.search(parsed.document.text[max(0, offset - 14) : offset]):
            return 1
        verb = _verb_over(parsed, indices[0]) if indices else None
        if verb is None:
            return 0
        if _is_future(parsed, verb):
            return 1
        return -1 if verb.tag == "VBD" else 0

    return tense


def _verb_over(parsed: ParsedDocument, index: int) -> Token | None:
    """The verb a token hangs on, however far up."""
    for at in (index, *parsed.ancestors(index)):
        if parsed.tokens[at].pos in ("VERB", "AUX"):
            return parsed.tokens[at]
    return None


def _is_future(parsed: ParsedDocument, verb: Token) -> bool:
    """Does the verb, by its auxiliaries, its form or its meaning, tell of what is still to come?"""
    helpers = {parsed.tokens[child].lower for child in verb.children if parsed.tokens[child].dep == "aux"}
    lemma = verb.lemma.lower()
    if helpers & _FUTURE_AUXILIARIES or lemma in _AHEAD:
        return True
    if "to" in helpers:
        return parsed.tokens[verb.head].lemma.lower() in _FUTURE_HEADS
    if verb.tag == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re"}:
        return True
    return verb.tag in ("VBP", "VBZ") and lemma not in _REPORTING


def find_times(parsed: ParsedDocument, statements: tuple[Statement, ...]) -> tuple[Time, ...]:
    """All time expressions of the document, in order of text, anchored on its date and narrative."""
    holding = Holding(statements)
    return tuple(_time(parsed, timex, holding) for timex in find_timexes(parsed) if not timex.reading.pointer)


def _time(parsed: ParsedDocument, timex: Timex, holding: Holding) -> Time:
    document, span = parsed.document, Span(timex.start, timex.end)
    return Time(
        id=ids.derive("tim", document.id, span),
        document=document.id,
        statement=holding.over(span),
        start=span.start,
        end=span.end,
        text=parsed.words(span),
        edtf=timex.edtf,
        type=_TYPES[timex.reading.kind],
    )
