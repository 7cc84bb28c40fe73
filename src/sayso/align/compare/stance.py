"""Statements that pull in one or in opposite directions on the same matter."""

from dataclasses import dataclass
from functools import cache

from sayso.align.compare.text import Likeness
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import ACTORS, Name, Utterance
from sayso.align.wording import Word, is_negated, stem_sequence, stemmed_class
from sayso.lexicons import lexicon
from sayso.records import Span

_QUOTES = "\"“”‘’'«»"
_HARM = frozenset({"killing", "expulsion", "destruction"})
_SUFFERING = frozenset({"against", "toward", "towards", "anti", "at"})


@dataclass(frozen=True)
class Stance:
    """A direction (+1, -1) on a dimension, whom it is said of, and the words that say it."""

    dimension: str
    sign: int
    of: frozenset[str]
    start: int
    end: int


@cache
def _entries() -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for dimension, sides in lexicon("stances").items():
        for side, sign in (("for", 1), ("against", -1)):
            for phrase in sides[side]:
                sequence = stem_sequence(phrase)
                found.setdefault(sequence[0], []).append((sequence, dimension, sign))
    return {first: sorted(listed, key=lambda one: (-len(one[0]), one)) for first, listed in found.items()}


def stances(utterance: Utterance) -> tuple[Stance, ...]:
    """Every stance the words take, the longest wording first at each place."""
    words = utterance.words
    stems = tuple(word.stem for word in words)
    found, at = [], 0
    while at < len(words):
        size = 1
        for sequence, dimension, sign in _entries().get(stems[at], []):
            if stems[at : at + len(sequence)] != sequence:
                continue
            size = len(sequence)
            turned = is_negated(words, at, at + size) != _is_scare_quoted(
                utterance, words[at], words[at + size - 1]
            )
            start, end = words[at].start, words[at + size - 1].end
            of = _said_of(utterance, dimension, start)
            found.append(Stance(dimension, -sign if turned else sign, of, start, end))
            break
        at += size
    return tuple(found)


def _is_scare_quoted(utterance: Utterance, first: Word, last: Word) -> bool:
    """A word or two between quotation marks of their own is held at arm's length."""
    text = utterance.source.text
    before, after = text[max(0, first.start - 1) : first.start], text[last.end : last.end + 1]
    return before in _QUOTES and after in _QUOTES and bool(before) and bool(after)


def _said_of(utterance: Utterance, dimension: str, at: int) -> frozenset[str]:
    if dimension == "veracity":
        return _text_meant(utterance)
    if dimension == "guilt":
        return _doer(utterance, at)
    acting = [name for name in utterance.names if name.type in ACTORS and not _suffers(utterance, name)]
    leaning = [name for name in utterance.context if name.type in ACTORS]
    return frozenset(name.key for name in acting or leaning)


def _suffers(utterance: Utterance, name: Name) -> bool:
    before = [word for word in utterance.words if word.end <= name.start]
    return bool(before) and before[-1].stem in _SUFFERING


def _text_meant(utterance: Utterance) -> frozenset[str]:
    """The article, or its comments, where one of them is spoken of."""
    said = {word.stem for word in utterance.words}
    if said & stemmed_class("reply_words"):
        return frozenset({f"replies:{utterance.source.id}"})
    surnames = {part for whole in utterance.source.authors for part in whole.split()[-1:]}
    if said & stemmed_class("text_words") or any(name in utterance.statement.text for name in surnames):
        return frozenset({f"text:{utterance.source.id}"})
    return frozenset()


def _doer(utterance: Utterance, at: int) -> frozenset[str]:
    """Who is said to have done it: after "by", else the last actor named before."""
    actors = [name for name in utterance.names if name.type in ACTORS]
    for name in actors:
        lead = utterance.source.text[max(0, name.start - 8) : name.start].lower().split()
        if name.start > at and "by" in lead:
            return frozenset({name.key})
    before = [name for name in actors if name.start < at] or [
        name for name in utterance.context if name.type in ACTORS
    ]
    return frozenset({before[-1].key}) if before else frozenset()


def compare_stances(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """The strongest agreement or opposition between the stances of two statements, if any."""
    best: Finding | None = None
    for ours in stances(a):
        for theirs in stances(b):
            found = _oppose(a, b, ours, theirs, like)
            if found and (best is None or found.confidence > best.confidence):
                best = found
    return best


def _oppose(a: Utterance, b: Utterance, ours: Stance, theirs: Stance, like: Likeness) -> Finding | None:
    shared = ours.of & theirs.of
    needed = 2 if ours.dimension == "alliance" else 1
    if ours.dimension != theirs.dimension or len(shared) < needed:
        return None
    opposed = ours.sign != theirs.sign
    if opposed and a.voice == b.voice:
        return None
    if ours.dimension == "guilt" and not (like.ideas & _HARM and like.score >= 0.15):
        return None
    openly = bool(shared & a.named & b.named) or any(":" in key for key in shared)
    sure = 0.4 + 0.5 * like.score + 0.08 * openly + 0.04 * bool(like.ideas)
    return Finding(
        a=a,
        b=b,
        relation="conflicts" if opposed else "corroborates",
        kind="polarity" if opposed else None,
        reason=_reason(a, b, ours, theirs),
        a_words=around(a, ours.start, ours.end),
        b_words=around(b, theirs.start, theirs.end),
        confidence=sure,
    )


def _reason(a: Utterance, b: Utterance, ours: Stance, theirs: Stance) -> str:
    shared = ours.of & theirs.of
    named = [name.text for one in (a, b) for name in (*one.names, *one.context) if name.key in shared]
    topic = f"Of {named[0]}" if named else "Of the text"
    said_a, said_b = quote(a, Span(ours.start, ours.end)), quote(b, Span(theirs.start, theirs.end))
    verb = "point the same way" if ours.sign == theirs.sign else "pull in opposite directions"
    return f"{topic}, {said_a} and {said_b} {verb} on {lexicon('stances')[ours.dimension]['label']}."
