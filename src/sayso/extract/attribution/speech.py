"""Direct speech that goes on after its cue, in the same paragraph or in wholly quoted ones after it."""

from itertools import pairwise

from sayso.extract.attribution.page import Page
from sayso.extract.attribution.quotation import Quotation
from sayso.extract.attribution.tree import Range, merged

_REACH = 25
_DIRECT = 0.9


def _has_own_cue(page: Page, quotation: Quotation) -> bool:
    """Does a quotation end in a comma, and so wait for a cue of its own ('"...," she added')?"""
    return page.parsed.tokens[max(quotation.start, quotation.end - 2)].text == ","


def _joined(page: Page, cue: int, end: int, quotation: Quotation) -> bool:
    """Does a quotation go on where direct speech left off at ``end`` ('"...," she said. "...')?"""
    tokens, between = page.parsed.tokens, range(end, quotation.start)
    if all(tokens[at].pos in ("PUNCT", "SPACE") for at in between):
        return not _has_own_cue(page, quotation)
    if cue not in between or len(between) > _REACH:
        return False
    if tokens[quotation.start - 1].text in (",", ":", ";", "-", "--", "–", "—"):
        return True
    new_sentence = tokens[quotation.start - 1].text == "."
    return new_sentence and not _has_own_cue(page, quotation)


def _wholly_quoted(page: Page, passage: Range) -> Quotation | None:
    """The one quotation a paragraph consists of."""
    within = page.within(passage)
    if not within or within[0].start != passage[0] or passage[1] - within[-1].end > 1:
        return None
    if all(one.end == other.start for one, other in pairwise(within)):
        return Quotation(passage[0], within[-1].end, 0, within[-1].closed)
    return None


def _ends(cue: int, end: int, passage: Range) -> bool:
    """Does direct speech end its paragraph, but for the words that name its speaker?"""
    return passage[1] - end <= (_REACH if end <= cue < passage[1] else 1)


def carried(page: Page, cue: int, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Direct speech with the quotations that continue it; other content as it is."""
    if not page.outer or not content or page.around(cue) or page.quoted(content) < _DIRECT:
        return content
    passage = page.passage(content[-1][1] - 1)
    for quotation in page.within((content[-1][1], passage[1])):
        if quotation.start < content[-1][1]:
            continue
        if not _joined(page, cue, content[-1][1], quotation):
            break
        content = merged((*content, (quotation.start, quotation.end)))
    while _ends(cue, content[-1][1], passage) and (after := page.passage_after(passage)):
        whole = _wholly_quoted(page, after)
        if whole is None or _has_own_cue(page, whole):
            break
        content, passage = (*content, (whole.start, whole.end)), after
    return content
