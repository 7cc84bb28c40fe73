"""Two sources set against each other in one sentence: "A call it X, but B regard it as Y"."""

import re
from functools import cache

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import closed_class
from sayso.lexicons import lexicon
from sayso.records import Span
from sayso.records.claim import LinkKind

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s")
#: Statements further apart than this many characters are not one sentence's two halves.
FARTHEST = 60


def compare_contrast(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """A conflict where an adversative joins what two voices say, or each calls something its own way."""
    if a.source.id != b.source.id or a.voice == b.voice:
        return None
    first, second = (a, b) if a.span.start < b.span.start else (b, a)
    gap = first.source.text[first.span.end : _whole(second).start]
    if first.span.end > _whole(second).start or len(gap) > FARTHEST:
        return None
    joined = not _SENTENCE_END.search(gap) and second.statement.mode != "own"
    opposed = joined and any(word.strip(",;") in closed_class("contrast") for word in gap.lower().split())
    calling = _is_calling(first) + _is_calling(second)
    if calling < 2 and not (opposed and (like.stems or like.names)):
        return None
    kind: LinkKind = "naming" if calling == 2 else "polarity"
    said = quote(first, _whole(first), 70), quote(second, _whole(second), 70)
    reason = f"Set against each other: {said[0]} and {said[1]}."
    return Finding(
        first, second, "conflicts", kind, reason, _whole(first), _whole(second), 0.8 if calling == 2 else 0.65
    )


def _whole(utterance: Utterance) -> Span:
    """Content with source and cue."""
    pieces = (*utterance.statement.content, *utterance.statement.source, *utterance.statement.cue)
    return Span(min(p.start for p in pieces), max(p.end for p in pieces))


def _is_calling(utterance: Utterance) -> bool:
    whole = _whole(utterance)
    return bool(_calling().search(utterance.source.text, whole.start, whole.end))


@cache
def _calling() -> re.Pattern[str]:
    phrases = [
        re.escape(str(phrase)).replace("\\ …\\ ", ".{1,30}? ") for phrase in lexicon("wording")["calling"]
    ]
    named = r"(?-i:\bcall(?:s|ed)? [A-Z])"
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b|" + named, re.IGNORECASE)
