"""Two witnesses, one account: what the network sees and what grammar finds, said once."""

from collections.abc import Iterable, Iterator

from sayso.extract.attribution.dialogue import SPOKEN
from sayso.extract.attribution.linking import Scored, reported
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.source import is_nobodys
from sayso.extract.attribution.speech import carried
from sayso.extract.attribution.tree import shared, similarity, size

#: The least confidence at which what the network sees is reported; chosen on articles it was not fitted on.
SEEN = 0.4
#: How much grammar's word for the same cue and content counts beside the network's.
SUPPORT = 0.35
#: Below this sureness of the network, and from this of grammar's, the edges of a content are grammar's.
UNSURE, FIRM = 0.7, 0.5
#: How much two contents may share that are not taken for one.
_OVERLAP, _REST = 0.4, 0.3
#: A report within a report takes up less than this share of it, and is as likely as that unless quoted in it.
_PART, _LIKELY = 0.8, 0.7
_QUOTED = 0.9


def united(seen: Iterable[Scored], grammatical: list[Scored], page: Page) -> list[Scored]:
    """What the network sees and, where it sees nothing, what grammar finds; no content twice."""
    readings = [pick for one in seen for pick in _weighed(one, grammatical, page)]
    readings += [pick for pick in grammatical if pick[1].candidate.construction == SPOKEN]
    picks: list[Scored] = []
    for pick in sorted(readings, key=lambda pick: (-pick[0], pick[1].candidate.cue)):
        if pick[0] >= SEEN and all(_apart(pick[1], other, _OVERLAP) for _, other in picks):
            picks.append(pick)
    cues = {word for _, reading in picks for word in _words(reading)}
    return picks + [
        pick
        for pick in grammatical
        if not cues & _words(pick[1])
        and all(_apart(pick[1], other, _REST) or _speech_in_speech(page, pick, other) for _, other in picks)
    ]


def _words(reading: Reading) -> set[int]:
    return {reading.candidate.cue, *reading.candidate.words}


def _weighed(pick: Scored, grammatical: list[Scored], page: Page) -> Iterator[Scored]:
    """A reading of the network with grammar's word on it, unless nobody in particular is meant."""
    probability, reading = pick
    cue = reading.candidate.cue
    if is_nobodys(page, cue, reading.source):
        return
    first, last = page.passage(cue)
    content = tuple(
        piece for piece in reading.content if first <= piece[0] < last or page.quoted((piece,)) > _QUOTED
    )
    content = carried(page, cue, page.snapped(cue, content))
    if not content:
        return
    words = _words(reading)
    agreeing = [
        one for one in grammatical if words & _words(one[1]) and similarity(one[1].content, content) >= 0.5
    ]
    confidence = probability
    if agreeing:
        support, other = max(agreeing, key=lambda one: one[0])
        confidence = 1 - (1 - probability) * (1 - SUPPORT * support)
        if probability < UNSURE and support >= FIRM:
            content = other.content
    yield confidence, reading._replace(content=content)


def _apart(one: Reading, other: Reading, most: float) -> bool:
    """Does most of what the one says stand outside what the other says?"""
    return shared(one.content, other.content) <= most * size(one.content)


def _speech_in_speech(page: Page, pick: Scored, outer: Reading) -> bool:
    """Does somebody else speak within a report, by a cue of their own?"""
    probability, inner = pick
    if not reported(inner, outer) or size(inner.content) >= _PART * size(outer.content):
        return False
    return probability >= _LIKELY or page.nested(inner.content)
