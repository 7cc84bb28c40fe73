"""Two claims that something is the only, the first, the largest of its kind."""

import re
from dataclasses import dataclass

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Utterance
from sayso.align.wording import ideas, name_root, words_of
from sayso.records import Span

_UNIQUE = re.compile(
    r"\b(only|sole|first|largest|biggest|oldest|smallest|longest|highest|richest|poorest|leading|"
    r"number one|greatest|earliest)\b(?!\s+(?:in|on|after|by|when|if|because|a|an|the)\b)",
    re.IGNORECASE,
)
_ONE = {"sole": "only", "biggest": "largest", "greatest": "largest", "leading": "largest"}
_ONE |= {"number one": "largest", "oldest": "first", "earliest": "first"}
_EXCEPT = re.compile(
    r"\b(?:outside(?: of)?|except(?: for)?|apart from|besides|other than|excluding)\s+", re.IGNORECASE
)

#: The class follows the marker after this many characters at most ("only all-inclusive resort").
GAP = 12


@dataclass(frozen=True)
class Unique:
    """The kind of uniqueness, roots and ideas of the class, names excepted, and the words."""

    marker: str
    of: frozenset[str]
    ideas: frozenset[str]
    excepted: frozenset[str]
    start: int
    end: int


def uniques(utterance: Utterance) -> tuple[Unique, ...]:
    """Every such claim in the statement."""
    found = []
    text = utterance.source.text
    for piece in utterance.statement.content:
        for match in _UNIQUE.finditer(text, *piece):
            following = [
                w for w in words_of(text, match.end(), min(piece.end, match.end() + 90)) if w.content
            ][:6]
            if not following or following[0].start - match.end() > GAP:
                continue
            roots = frozenset(name_root(text[word.start : word.end]) for word in following)
            kinds = frozenset(idea for word in following for idea in ideas().get(word.stem, ()))
            excepted = _excepted(utterance, piece)
            marker = _ONE.get(match.group(1).lower(), match.group(1).lower())
            found.append(
                Unique(
                    marker, roots, kinds, excepted, match.start(), following[min(2, len(following) - 1)].end
                )
            )
    return tuple(found)


def _excepted(utterance: Utterance, piece: Span) -> frozenset[str]:
    text = utterance.source.text
    found: set[str] = set()
    for match in _EXCEPT.finditer(text, *piece):
        stop = re.search(r"[,.;:]", text[match.end() : piece.end])
        end = match.end() + stop.start() if stop else piece.end
        found |= {name.key for name in utterance.names if match.end() <= name.start < end}
    return frozenset(found)


def compare_uniques(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Do both claim uniqueness in one class, with the same or with different bounds or holders?"""
    for ours in uniques(a):
        for theirs in uniques(b):
            if ours.marker != theirs.marker or not _same_class(ours, theirs):
                continue
            words = around(a, ours.start, ours.end), around(b, theirs.start, theirs.end)
            said = quote(a, Span(ours.start, ours.end)), quote(b, Span(theirs.start, theirs.end))
            if ours.excepted == theirs.excepted and (like.stems or a.named & b.named):
                reason = f"Both claim the same uniqueness: {said[0]} and {said[1]}."
                return Finding(a, b, "corroborates", "uniqueness", reason, *words, 0.6 + 0.3 * like.score)
            reason = f"Both cannot be so as worded: {said[0]} against {said[1]}, with different bounds."
            return Finding(a, b, "conflicts", "uniqueness", reason, *words, 0.6 + 0.3 * like.score)
    return None


def _same_class(ours: Unique, theirs: Unique) -> bool:
    shared = len(ours.of & theirs.of) + 0.75 * len(ours.ideas & theirs.ideas)
    return shared >= 1.75
