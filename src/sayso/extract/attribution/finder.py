"""From parsed text to attributions."""

from sayso.extract.attribution.counts import counted
from sayso.extract.attribution.cue import candidates
from sayso.extract.attribution.dialogue import introduced, signed, turns
from sayso.extract.attribution.figure import figures
from sayso.extract.attribution.learned import learned
from sayso.extract.attribution.linking import Scored, chosen, parents
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Case, cases, confidence, readings_of
from sayso.extract.attribution.shape import Attribution, Mode
from sayso.extract.attribution.source import is_own_voice
from sayso.extract.attribution.tree import Range, merged, size
from sayso.extract.attribution.union import united
from sayso.parse import ParsedDocument
from sayso.records import Span, Spans

#: The least probability at which an attribution is reported, and how alike two contents may be.
LEAST = 0.35
SAME = 0.7
#: Log odds of a counted construction below which nothing around it would make it an attribution.
HOPELESS = -3.0
#: The probability at which a report within a report is one.
REPORTED = 0.3
_CLAUSES = frozenset({"that", "clause", "whether"})
#: The confidence in a figure with somebody's name to it, which is read by rule.
TOLD = 0.6
#: The confidence in a turn of a conversation, a quotation that a colon introduces, or a signed one.
NAMED = 0.95
#: The confidence in a quotation within a quotation beside a likely cue.
NESTED = 0.5


def _mode(page: Page, content: tuple[Range, ...]) -> Mode:
    quoted = page.quoted(content)
    return "indirect" if quoted == 0 else "direct" if quoted > 0.9 else "mixed"


def _likelihood(page: Page, case: Case) -> float:
    """The probability of a reading. The text it was fitted on leaves quotations in quotations unread and
    mostly what is reported within reports, so that there a verb that is mostly a cue is enough."""
    found = confidence(page, case)
    if page.enclosed(case.reading.candidate.cue) and case.word > 0:
        return max(found, NESTED)
    within = case.held == "ccomp" and case.reading.candidate.construction in _CLAUSES and case.counted > 0
    return max(found, LEAST) if within and found > REPORTED else found


def _spans(parsed: ParsedDocument, pieces: tuple[Range, ...]) -> Spans:
    return tuple(parsed.span(start, end) for start, end in pieces)


def _cue_span(parsed: ParsedDocument, words: tuple[int, ...]) -> Spans:
    return tuple(Span(*parsed.span(a, b)) for a, b in merged((at, at + 1) for at in words))


def _attribution(page: Page, pick: Scored, parent: int | None) -> Attribution:
    probability, reading = pick
    return Attribution(
        source=_spans(page.parsed, reading.source.pieces),
        cue=_cue_span(page.parsed, reading.candidate.words),
        content=_spans(page.parsed, reading.content),
        mode=_mode(page, reading.content),
        confidence=round(probability, 3),
        parent=parent,
        testimony=not is_own_voice(page, reading.candidate.cue, reading.source),
    )


def _grammatical(page: Page) -> list[Scored]:
    """What the rules find: one reading a cue, no content twice."""
    counts = counted()
    found = readings_of(page, candidates(page, counts))
    likely = (case for case in cases(page, counts, found) if case.counted > HOPELESS)
    scored = [(_likelihood(page, case), case.reading) for case in likely]
    scored += [(TOLD, reading) for reading in figures(page)]
    scored += [(NAMED, reading) for reading in (*turns(page), *introduced(page), *signed(page))]
    return chosen(scored, LEAST, SAME)


def find_attributions(parsed: ParsedDocument) -> tuple[Attribution, ...]:
    """All attributions of the document, in order of content."""
    page = Page(parsed)
    picks = _grammatical(page)
    if parsed.marks:
        picks = united(learned(parsed, parsed.marks), picks, page)
    picks.sort(key=lambda pick: (pick[1].content[0][0], -size(pick[1].content), pick[1].candidate.cue))
    above = parents(
        [reading.content for _, reading in picks], [reading.candidate.cue for _, reading in picks]
    )
    return tuple(_attribution(page, pick, parent) for pick, parent in zip(picks, above, strict=True))
