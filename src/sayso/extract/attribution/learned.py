"""The network's attributions as readings, beside those that grammar finds."""

from collections.abc import Iterator

from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.cue import lemma_of
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.source import NOBODY, Source
from sayso.extract.attribution.tree import SUBJECTS, Range, children, indices, merged, trimmed
from sayso.models import Joined, Marks
from sayso.parse import ParsedDocument

#: The construction of all these readings.
LEARNED = "learned"
_HEADS = ("VERB", "NOUN", "ADJ", "ADP", "AUX", "ADV")
#: Words that lean on a word close after them, by their arc, and how far off that may stand.
_MODIFYING = frozenset({"det", "predet", "compound", "amod", "nmod", "nummod", "quantmod", "poss", "case"})
_LEANING = _MODIFYING | SUBJECTS | {"aux", "auxpass", "neg"}
_CLOSE = 4


def learned(parsed: ParsedDocument, marks: Marks) -> Iterator[tuple[float, Reading]]:
    """Every attribution the network sees, with the probability it gives it."""
    for found in marks.attributions:
        if reading := _reading(parsed, found):
            yield found.likelihood * found.sureness, reading


def _reading(parsed: ParsedDocument, found: Joined) -> Reading | None:
    segment = parsed.sentence_of(found.cue[0]).segment
    held = indices((found.cue, *found.source))
    inside = [p for piece in found.content if (p := _within(parsed, piece, segment))]
    content = merged(_finished(parsed, piece, held) for piece in inside)
    if not content:
        return None
    cue = _head(parsed, found.cue)
    words = tuple(range(*found.cue))
    named = (p for piece in found.source if (p := _within(parsed, piece, segment)))
    pieces = merged(_named(parsed, piece, set(words)) for piece in named)
    source = Source(pieces, _head(parsed, pieces[-1]), LEARNED) if pieces else NOBODY
    pos = "VERB" if parsed.tokens[cue].pos == "AUX" else parsed.tokens[cue].pos
    key = (lemma_of(parsed, cue), pos, LEARNED)
    return Reading(Candidate(cue, words, LEARNED, content), source, content, key)


def _within(parsed: ParsedDocument, piece: Range, segment: int) -> Range | None:
    """The part of a piece that stands in a segment, without the stops at its ends: each speaks for itself."""
    inside = [at for at in range(*piece) if parsed.sentence_of(at).segment == segment]
    return trimmed(parsed, inside[0], inside[-1] + 1) if inside else None


def _finished(parsed: ParsedDocument, piece: Range, held: set[int]) -> Range:
    """A piece that breaks off in mid-phrase ("to keep the") with the rest of the phrase, or without the
    conjunction that leads on to another; never over words ``held`` by cue and source."""
    start, end = piece
    tokens, stop = parsed.tokens, parsed.sentence_of(piece[1] - 1).end
    stop = min([stop, *(at for at in held if at >= end)])
    while end - 1 < (head := tokens[end - 1].head) < min(stop, end + _CLOSE):
        if tokens[end - 1].dep not in _LEANING:
            break
        end = head + 1
    while end - 1 > start and tokens[end - 1].pos in ("ADP", "CCONJ", "SCONJ"):
        led = [at for at in children(parsed, end - 1, "pobj", "pcomp") if end <= at < stop]
        if led:
            return start, led[0] + 1
        if tokens[end - 1].pos == "ADP":
            break
        end -= 1
    return start, end


def _named(parsed: ParsedDocument, piece: Range, held: set[int]) -> Range:
    """A source that breaks off before its noun ("the Karvonian") with the noun."""
    end = piece[1]
    while parsed.tokens[end - 1].dep in _MODIFYING and parsed.tokens[end - 1].head == end and end not in held:
        end += 1
    return piece[0], end


def _head(parsed: ParsedDocument, piece: Range) -> int:
    """The word of a piece on which the others hang, one that carries meaning if there is one."""
    tops = [at for at in range(*piece) if not piece[0] <= parsed.tokens[at].head < piece[1]]
    tops = tops or [at for at in range(*piece) if parsed.tokens[at].head == at] or [piece[0]]
    telling = [at for at in range(*piece) if parsed.tokens[at].pos in _HEADS]
    return next((at for at in tops if at in telling or parsed.tokens[at].pos in ("PROPN", "PRON")), tops[0])
