"""Two sources set against each other in one sentence: "A call it X, but B regard it as Y"."""

import re

from sayso.align.finding import Finding, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import closed_class
from sayso.lexicons import lexicon
from sayso.records import Span
from sayso.records.claim import LinkKind

#: Statements further apart than this many characters are not one sentence's two halves.
FARTHEST = 60


def compare_contrast(a: Utterance, b: Utterance) -> Finding | None:
    """A conflict where an adversative joins what two voices say or call something."""
    if a.source.id != b.source.id or a.voice == b.voice:
        return None
    first, second = (a, b) if a.span.start < b.span.start else (b, a)
    gap = first.source.text[first.span.end : _whole(second).start]
    if first.span.end > _whole(second).start or len(gap) > FARTHEST or re.search(r"[.!?]\s", gap):
        return None
    if not any(word.strip(",;") in closed_class("contrast") for word in gap.lower().split()):
        return None
    kind: LinkKind = "naming" if _is_calling(first) or _is_calling(second) else "polarity"
    said = quote(first, first.span, 70), quote(second, second.span, 70)
    reason = f"Set against each other in one sentence: {said[0]} and {said[1]}."
    return Finding(first, second, "conflicts", kind, reason, _whole(first), _whole(second), 0.8)


def _whole(utterance: Utterance) -> Span:
    """Content with source and cue."""
    pieces = (*utterance.statement.content, *utterance.statement.source, *utterance.statement.cue)
    return Span(min(p.start for p in pieces), max(p.end for p in pieces))


def _is_calling(utterance: Utterance) -> bool:
    whole = _whole(utterance)
    said = utterance.source.text[whole.start : whole.end].lower()
    return any(f" {phrase} " in f" {said} " for phrase in lexicon("wording")["calling"])
