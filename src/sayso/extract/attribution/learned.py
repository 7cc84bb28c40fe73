"""The network's attributions as readings, beside those that grammar finds."""

from collections.abc import Iterator

from sayso.extract.attribution.content import Candidate
from sayso.extract.attribution.cue import lemma_of
from sayso.extract.attribution.scoring import Reading
from sayso.extract.attribution.source import NOBODY, Source
from sayso.extract.attribution.tree import Range, merged, trimmed
from sayso.models import Joined, Marks
from sayso.parse import ParsedDocument

_HEADS = ("VERB", "NOUN", "ADJ", "ADP", "AUX", "ADV")


def learned(parsed: ParsedDocument, marks: Marks) -> Iterator[tuple[float, Reading]]:
    """Every attribution the network sees, with the probability it gives it."""
    for found in marks.attributions:
        if reading := _reading(parsed, found):
            yield found.likelihood * found.sureness, reading


def _reading(parsed: ParsedDocument, found: Joined) -> Reading | None:
    segment = parsed.sentence_of(found.cue[0]).segment
    content = merged(p for piece in found.content if (p := _within(parsed, piece, segment)))
    if not content:
        return None
    cue = _head(parsed, found.cue)
    words = tuple(range(*found.cue))
    pieces = tuple(p for piece in found.source if (p := _within(parsed, piece, segment)))
    source = Source(pieces, _head(parsed, pieces[-1]), "learned") if pieces else NOBODY
    pos = "VERB" if parsed.tokens[cue].pos == "AUX" else parsed.tokens[cue].pos
    key = (lemma_of(parsed, cue), pos, "learned")
    return Reading(Candidate(cue, words, "learned", content), source, content, key)


def _within(parsed: ParsedDocument, piece: Range, segment: int) -> Range | None:
    """The part of a piece that stands in a segment, without the stops at its ends: each speaks for itself."""
    inside = [at for at in range(*piece) if parsed.sentence_of(at).segment == segment]
    return trimmed(parsed, inside[0], inside[-1] + 1) if inside else None


def _head(parsed: ParsedDocument, piece: Range) -> int:
    """The word of a piece on which the others hang, one that carries meaning if there is one."""
    tops = [at for at in range(*piece) if not piece[0] <= parsed.tokens[at].head < piece[1]]
    tops = tops or [at for at in range(*piece) if parsed.tokens[at].head == at] or [piece[0]]
    telling = [at for at in range(*piece) if parsed.tokens[at].pos in _HEADS]
    return next((at for at in tops if at in telling or parsed.tokens[at].pos in ("PROPN", "PRON")), tops[0])
