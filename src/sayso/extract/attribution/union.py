"""Two witnesses, one account: what the network sees and what grammar finds, said once."""

from collections.abc import Iterable, Iterator

from sayso.extract.attribution.dialogue import DIALOGUE
from sayso.extract.attribution.figure import FIGURE
from sayso.extract.attribution.linking import Scored, reported
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import Reading, closed
from sayso.extract.attribution.source import is_nobodys
from sayso.extract.attribution.speech import carried
from sayso.extract.attribution.tree import Range, indices, merged, shared, similarity, size, without
from sayso.extract.attribution.unclaimed import claimed, run_on

#: What is read by rule goes first: the annotated text has too little of it for the network to know it.
_RULED = frozenset({DIALOGUE, FIGURE})
#: The least confidence at which what the network sees is reported; chosen on articles it was not fitted on.
SEEN = 0.4
#: How much grammar's word for the same cue and content counts beside the network's.
SUPPORT = 0.35
#: Below this sureness of the network, and from this of grammar's, the edges of a content are grammar's.
UNSURE, FIRM = 0.7, 0.5
#: How much two contents may share that are not taken for one.
_OVERLAP, _REST = 0.4, 0.3
#: Of a content that holds another's report, what is left without it: at least this share, in pieces of words.
_KEPT, _FEWEST = 0.3, 2
#: A report within a report takes up less than this share of it, and is as likely as that unless quoted in it.
_PART, _LIKELY = 0.8, 0.7
_QUOTED = 0.9


def united(seen: Iterable[Scored], grammatical: list[Scored], page: Page) -> list[Scored]:
    """What the network sees and, where it sees nothing, what grammar finds; no content twice."""
    found = [pick for pick in seen if not is_nobodys(page, pick[1].candidate.cue, pick[1].source)]
    heard: dict[int, list[Scored]] = {}
    for pick in grammatical:
        for word in _words(pick[1]):
            heard.setdefault(word, []).append(pick)
    readings = [pick for one in found for pick in _weighed(one, found, heard, page)]
    readings.sort(key=lambda pick: (-pick[0], pick[1].candidate.cue))
    ruled = [pick for pick in grammatical if pick[1].candidate.construction in _RULED]
    picks: list[Scored] = []
    for probability, reading in (*ruled, *readings):
        left = _left(reading, [other for _, other in picks], page)
        if probability >= SEEN and left:
            picks.append((probability, left))
    cues = {word for _, reading in picks for word in _words(reading)}
    picks += [
        pick
        for pick in grammatical
        if not cues & _words(pick[1])
        and all(_apart(pick[1], other, _REST) or _speech_in_speech(page, pick, other) for _, other in picks)
    ]
    picks = run_on(picks, page)
    return [*picks, *claimed(found, picks, page)]


def _left(reading: Reading, others: list[Reading], page: Page) -> Reading | None:
    """A reading as far as it is no other's: without what is told by a cue in the middle of it."""
    inside = indices(reading.content)
    leads = [_lead(page, other) if other.candidate.cue in inside else () for other in others]
    rivals = [
        other
        for other, lead in zip(others, leads, strict=True)
        if lead or not _apart(reading, other, _OVERLAP)
    ]
    if not rivals:
        return reading
    if any(other.candidate.cue not in inside for other in rivals):
        return None
    words = ((at, at + 1) for other in rivals for at in other.candidate.words)
    told = (piece for other in rivals for piece in (*other.content, *other.source.pieces))
    pieces = list(reading.content)
    for hole in merged((*told, *words, *(piece for lead in leads for piece in lead))):
        pieces = [rest for piece in pieces for rest in without(page.parsed, piece, hole)]
    kept = tuple(piece for piece in pieces if piece[1] - piece[0] >= _FEWEST)
    if not kept or size(kept) < _KEPT * size(reading.content):
        return None
    return reading._replace(content=closed(page.parsed, kept))


def _lead(page: Page, figure: Reading) -> tuple[Range, ...]:
    """What leads to a figure that somebody gives in a clause beside another ("and in the decree they were"),
    from what joins the two; nothing where it is no such clause."""
    if figure.candidate.construction != FIGURE:
        return ()
    tokens = page.parsed.tokens
    at = min(start for start, _ in (*figure.content, *figure.source.pieces))
    while at and tokens[at - 1].pos in ("ADP", "DET"):
        at -= 1
    joined = at > 1 and (tokens[at - 1].dep == "cc" or tokens[at - 1].text in (",", ";"))
    return ((at - 1, figure.content[0][0]),) if joined else ()


def _words(reading: Reading) -> set[int]:
    return {reading.candidate.cue, *reading.candidate.words}


def _weighed(
    pick: Scored, seen: list[Scored], heard: dict[int, list[Scored]], page: Page
) -> Iterator[Scored]:
    """A reading of the network, grown to quotations that are nobody else's, with grammar's word on it.

    ``heard``: grammar's readings by the words of their cues."""
    probability, reading = pick
    cue = reading.candidate.cue
    content = tuple(piece for piece in reading.content if _reaches(page, cue, piece))
    content = carried(page, cue, page.snapped(cue, content))
    if content != reading.content:
        for likelihood, other in seen:
            if likelihood >= SEEN and other is not reading and not shared(reading.content, other.content):
                content = tuple(piece for piece in content if not shared((piece,), other.content))
    same = [one for word in sorted(_words(reading)) for one in heard.get(word, ())]
    sourced = any(other.source.head is not None for _, other in same)
    if not content or (reading.source.head is None and sourced):
        return
    agreeing = [one for one in same if similarity(one[1].content, content) >= 0.5]
    confidence = probability
    if agreeing:
        support, other = max(agreeing, key=lambda one: one[0])
        confidence = 1 - (1 - probability) * (1 - SUPPORT * support)
        if probability < UNSURE and support >= FIRM:
            content = other.content
    yield confidence, reading._replace(content=content)


def _reaches(page: Page, cue: int, piece: Range) -> bool:
    """May words told by a cue stand there: in its paragraph, after its colon, or between quotation marks?"""
    first, last = page.passage(cue)
    colon = page.parsed.tokens[last - 1].text == ":" and page.passage_after((first, last))
    return first <= piece[0] < (colon[1] if colon else last) or page.quoted((piece,)) > _QUOTED


def _apart(one: Reading, other: Reading, most: float) -> bool:
    """Does most of what the one says stand outside what the other says?"""
    return shared(one.content, other.content) <= most * size(one.content)


def _speech_in_speech(page: Page, pick: Scored, outer: Reading) -> bool:
    """Does somebody else speak within a report, by a cue of their own?"""
    probability, inner = pick
    if not reported(inner, outer) or size(inner.content) >= _PART * size(outer.content):
        return False
    return probability >= _LIKELY or page.nested(inner.content)
