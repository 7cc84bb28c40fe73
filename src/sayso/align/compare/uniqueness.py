"""Two claims that something is the only, the first, the largest of its kind."""

import re
from dataclasses import dataclass

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import Utterance, once
from sayso.align.wording import ideas, name_root, words_of
from sayso.records import Span

_UNIQUE = re.compile(
    r"(?<!not )\b(only|sole|first|largest|biggest|oldest|smallest|longest|highest|richest|poorest|leading|"
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
    denied: bool


@once
def uniques(utterance: Utterance) -> tuple[Unique, ...]:
    """Every such claim in the statement."""
    text = utterance.source.text
    found = []
    for piece in utterance.statement.content:
        for match in _UNIQUE.finditer(text, *piece):
            one = _unique(utterance, piece, match)
            if one:
                found.append(one)
    return tuple(found)


def _unique(utterance: Utterance, piece: Span, match: re.Match[str]) -> Unique | None:
    text = utterance.source.text
    stop = _EXCEPT.search(text, match.end(), piece.end)
    reach = min(stop.start() if stop else piece.end, match.end() + 90)
    following = [word for word in words_of(text, match.end(), reach) if word.content][:6]
    if following and following[0].start - match.end() > GAP:
        return None
    said = match.group(1).lower()
    return Unique(
        marker=_ONE.get(said, said),
        of=frozenset(name_root(text[word.start : word.end]) for word in following),
        ideas=frozenset(idea for word in following for idea in ideas().get(word.stem, ())),
        excepted=_excepted(utterance, piece),
        start=match.start(),
        end=following[min(2, len(following) - 1)].end if following else match.end(),
        denied=bool(
            {"not", "never", "isn't", "wasn't", "hardly"} & set(text[: match.start()][-16:].lower().split())
        ),
    )


def _excepted(utterance: Utterance, piece: Span) -> frozenset[str]:
    text = utterance.source.text
    found: set[str] = set()
    for match in _EXCEPT.finditer(text, *piece):
        stop = re.search(r"[,.;:]", text[match.end() : piece.end])
        end = match.end() + stop.start() if stop else piece.end
        found |= {name.key for name in utterance.names if match.end() <= name.start < end}
    return frozenset(found)


def compare_uniques(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """Do both claim uniqueness in one class, with the same or with different bounds, or does one deny it?"""
    for ours in uniques(a):
        for theirs in uniques(b):
            if ours.marker == theirs.marker and _same_class(ours, theirs, like):
                return _finding(a, b, ours, theirs, like)
    return None


def _finding(a: Utterance, b: Utterance, ours: Unique, theirs: Unique, like: Likeness) -> Finding | None:
    words = around(a, ours.start, ours.end), around(b, theirs.start, theirs.end)
    said = quote(a, Span(ours.start, ours.end)), quote(b, Span(theirs.start, theirs.end))
    sure = 0.6 + 0.3 * like.score
    if ours.denied != theirs.denied:
        reason = f"One denies the uniqueness the other claims: {said[0]} against {said[1]}."
        return Finding(a, b, "conflicts", "uniqueness", reason, *words, sure)
    if ours.excepted == theirs.excepted:
        if ours.marker != "only" or not (like.stems or a.named & b.named):
            return None
        reason = f"Both claim the same uniqueness: {said[0]} and {said[1]}."
        return Finding(a, b, "corroborates", "uniqueness", reason, *words, sure)
    reason = f"Both cannot be so as worded: {said[0]} against {said[1]}, with different bounds."
    return Finding(a, b, "conflicts", "uniqueness", reason, *words, sure)


def _same_class(ours: Unique, theirs: Unique, like: Likeness) -> bool:
    if ours.denied != theirs.denied and not (ours.of and theirs.of):
        return bool(like.names)
    return len(ours.of & theirs.of) + 0.75 * len(ours.ideas & theirs.ideas) >= 1.75
