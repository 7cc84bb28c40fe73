"""Speech with nothing but a name to show for it: turns of a conversation, quotations after a colon or signed.

Rare in the annotated text, they are read by rule.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sayso.extract.animacy import is_speaker
from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.source import Source, find_source
from sayso.extract.attribution.speech import carried
from sayso.extract.attribution.tree import Range, first_colon, phrase, trimmed
from sayso.parse import ParsedDocument

#: The construction of all these readings.
DIALOGUE = "dialogue"
_LABEL_WORDS = 5
_FEWEST = 2
_FEWEST_QUOTED = 6
_DASHES = frozenset("-–—―")


class _Turn(NamedTuple):
    """A paragraph that opens with a name, tokens ``first`` to ``colon``, and what it says."""

    first: int
    colon: int
    said: Range


def turns(page: Page) -> Iterator[Reading]:
    """The turns of every conversation written down as "LOPEZ: ..." and "MAYOR: ...", by paragraphs.

    It is one where two or more speak and one of them again; a list of headings is none."""
    tokens = page.parsed.tokens
    labelled = [turn for passage in page.passages if (turn := _turn(page.parsed, passage))]
    spoken = Counter(tokens[turn.colon - 1].lower for turn in labelled)
    again = {name for name, times in spoken.items() if times >= _FEWEST}
    if len(spoken) < _FEWEST or not again:
        return
    for turn in labelled:
        name = tokens[turn.colon - 1]
        if name.lower in again or name.text.isupper():
            source = Source(((turn.first, turn.colon),), name.i, "label")
            yield _reading(turn.colon, source, (turn.said,))


def _turn(parsed: ParsedDocument, passage: Range) -> _Turn | None:
    """A paragraph that opens with a name and a colon, if it is one."""
    tokens, (first, last) = parsed.tokens, passage
    first += tokens[first].pos == "PUNCT"
    colon = first_colon(parsed, first, min(last, first + _LABEL_WORDS + 1))
    if colon in (None, first) or not all(tokens[at].text[0].isupper() for at in range(first, colon)):
        return None
    said = trimmed(parsed, colon + 1, last)
    named = tokens[colon - 1].text.isupper() or is_speaker(tokens[colon - 1])
    return _Turn(first, colon, said) if named and said else None


def introduced(page: Page) -> Iterator[Reading]:
    """Quotations that a colon introduces, with those after: by a name ("More from Lopez: “The..."), or by
    a paragraph of its own ("Her speech in full:")."""
    parsed = page.parsed
    for quotation in page.outer:
        colon = quotation.start - 1
        if colon < 1 or parsed.tokens[colon].text != ":" or quotation.end - quotation.start < _FEWEST_QUOTED:
            continue
        source = _name_before(parsed, colon)
        if source is None and quotation.start == page.passage(quotation.start)[0]:
            source = _announced(parsed, colon)
        if source is not None:
            yield _reading(colon, source, carried(page, colon, ((quotation.start, quotation.end),)))


def _name_before(parsed: ParsedDocument, colon: int) -> Source | None:
    """The name right before a colon, with the names beside it."""
    head = colon - 1
    if not is_speaker(parsed.tokens[head]):
        return None
    while parsed.tokens[head].dep in ("conj", "appos") and parsed.tokens[head].head < head:
        head = parsed.tokens[head].head
    piece = trimmed(parsed, phrase(parsed, head)[0], colon)
    return Source((piece,), head, "label") if piece and is_speaker(parsed.tokens[head]) else None


def _announced(parsed: ParsedDocument, colon: int) -> Source | None:
    """Who speaks by the nearest verb before a colon, or the text that is announced."""
    for at in (colon - 1, *parsed.ancestors(colon - 1)):
        source = None
        if at < colon and parsed.tokens[at].pos == "VERB":
            source = find_source(parsed, at)
        elif at < colon and parsed.tokens[at].pos in ("NOUN", "PROPN"):
            source = Source((phrase(parsed, at),), at, "label")
        if source is not None and source.head is not None and is_speaker(parsed.tokens[source.head]):
            return source
    return None


def signed(page: Page) -> Iterator[Reading]:
    """Quotations that are a paragraph with a name behind: "“The river is dead.” — Maria Lopez"."""
    tokens = page.parsed.tokens
    for quotation in page.outer:
        first, last = page.passage(quotation.start)
        dash = quotation.end - (tokens[quotation.end - 1].text[-1] in _DASHES)
        alone = quotation.start == first and quotation.closed
        if not alone or dash >= last or tokens[dash].text[-1] not in _DASHES:
            continue
        name = trimmed(page.parsed, dash + 1, last)
        if name is None or name[1] - name[0] > _LABEL_WORDS:
            continue
        if all(tokens[at].text[0].isupper() for at in range(*name)):
            yield _reading(dash, Source((name,), name[1] - 1, "label"), ((first, dash),))


def _reading(colon: int, source: Source, content: tuple[Range, ...]) -> Reading:
    return Reading(Candidate(colon, (colon,), DIALOGUE, content), source, content, (":", "PUNCT", DIALOGUE))
