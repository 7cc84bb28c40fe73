"""Statements that pull in one or in opposite directions on the same matter."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.align.compare.text import Likeness
from sayso.align.compare.time import times_apart
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import ACTORS, Name, Utterance, once
from sayso.align.wording import Word, closed_class, is_negated, stem_sequence, stemmed_class
from sayso.lexicons import lexicon
from sayso.records import Span

_ANY = frozenset({"a", "an", "anoth", "some", "ani", "no", "mani", "such", "sever"})
_BEING = frozenset({"be", "been", "being", "is", "are", "was", "were"})
_DONE = re.compile(r"\w+ed\b")
_QUOTES = "\"“”‘’'«»"
_HARM = frozenset({"killing", "death", "expulsion", "destruction"})
_SCENES = frozenset({"event", "place", "facility"})
#: How many words "…" in an entry stands for at most.
GAP = 3
#: How alike two statements must be for "grows" and "shrinks" to be of one thing.
THRIVING = 0.22
#: How alike two charges must be to be of one deed.
BLAMED = 0.25
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
def _entries() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, int]]]:
    """Entries by first stem: stems before and after a gap, dimension, sign; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, int]]] = {}
    for dimension, sides in lexicon("stances").items():
        listed = {"for": [], "against": [], "neutral": sides} if dimension == "neutral" else sides
        for side, sign in (("for", 1), ("against", -1), ("neutral", 0)):
            for phrase in listed.get(side, ()):
                before, _, after = phrase.partition("…")
                entry = stem_sequence(before), stem_sequence(after), dimension, sign
                found.setdefault(entry[0][0], []).append(entry)
    return {
        first: sorted(held, key=lambda one: (-len(one[0] + one[1]), one)) for first, held in found.items()
    }


def _length(stems: tuple[str, ...], at: int, before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many words from ``at`` on the entry takes up, 0 where it is not there."""
    end = at + len(before)
    if stems[at:end] != before:
        return 0
    for gap in range(GAP + 1) if after else range(1):
        if stems[end + gap : end + gap + len(after)] == after:
            return end + (gap if after else 0) + len(after) - at
    return 0


@once
def stances(utterance: Utterance) -> tuple[Stance, ...]:
    """Every stance the words take, the longest wording first at each place."""
    words = utterance.words
    stems = tuple(word.stem for word in words)
    found, at = [], 0
    while at < len(words):
        size = 0
        for before, after, dimension, sign in _entries().get(stems[at], []):
            size = _length(stems, at, before, after)
            if size and sign and not _in_name(utterance, words[at].start):
                found.append(_stance(utterance, at, at + size, dimension, sign))
            if size:
                break
        at += size or 1
    return tuple(found)


def _in_name(utterance: Utterance, at: int) -> bool:
    """ "Centre for Tolerance" takes no stance; a one-word name does ("Islamophobia")."""
    return any(name.start <= at < name.end and " " in name.text for name in utterance.names)


def _stance(utterance: Utterance, first: int, last: int, dimension: str, sign: int) -> Stance:
    words = utterance.words
    start, end = words[first].start, words[last - 1].end
    turns = is_negated(words, first, last), utterance.is_rejected
    scared = _is_scare_quoted(utterance, words[first], words[last - 1])
    turned = (sum(turns) + scared) % 2
    return Stance(dimension, -sign if turned else sign, _said_of(utterance, dimension, start), start, end)


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
    if dimension == "alliance":
        return frozenset(name.key for name in (*utterance.names, *utterance.context) if name.type in ACTORS)
    acting = [name for name in utterance.names if name.type in ACTORS and not _suffers(utterance, name, at)]
    by = [name for name in acting if "by" in _lead(utterance, name)]
    leaning = [name for name in utterance.context if name.type in ACTORS]
    return frozenset(name.key for name in by or acting or leaning)


def _lead(utterance: Utterance, name: Name) -> list[str]:
    """The two words before the name."""
    return utterance.source.text[max(0, name.start - 32) : name.start].lower().split()[-2:]


def _suffers(utterance: Utterance, name: Name, at: int) -> bool:
    """Is it done to them: "against X", or shortly after the word without "in" or "by"?"""
    lead = _lead(utterance, name)
    if any(word.strip("-") in _SUFFERING for word in lead):
        return True
    if name.end <= at and _is_passive(utterance, at) and not {"in", "by", "from"} & set(lead):
        return True
    between = utterance.source.text[at : name.start].split()
    return name.start > at and len(between) <= 6 and not {"in", "by", "[in"} & set(lead)


def _is_passive(utterance: Utterance, at: int) -> bool:
    """ "Was killed", "being deported"."""
    text = utterance.source.text
    return bool(_BEING & set(text[max(0, at - 12) : at].lower().split()[-1:])) and bool(_DONE.match(text, at))


def _text_meant(utterance: Utterance) -> frozenset[str]:
    """The article, or its comments, where one of them is spoken of."""
    stems = [word.stem for word in utterance.words]
    said = {word for before, word in zip(["", *stems], stems, strict=False) if before not in _ANY}
    if said & stemmed_class("reply_words"):
        return frozenset({f"replies:{utterance.source.id}"})
    surnames = {part for whole in utterance.source.authors for part in whole.split()[-1:]}
    if said & stemmed_class("text_words") or any(name in utterance.statement.text for name in surnames):
        return frozenset({f"text:{utterance.source.id}"})
    return frozenset()


def _doer(utterance: Utterance, at: int) -> frozenset[str]:
    """Who is said to have done it: after "by" or "at the hands of", else the last actor named before."""
    actors = [name for name in utterance.names if name.type in ACTORS]
    for name in actors:
        if name.start > at and {"by", "hands"} & set(_lead(utterance, name)):
            return frozenset({name.key})
    if _is_passive(utterance, at):
        return frozenset()
    leaning = [name for name in utterance.context if name.type in ACTORS]
    before = [name for name in actors if name.start < at and not _is_whose(utterance, name, at)] or leaning
    return frozenset({before[-1].key}) if before else frozenset()


def _is_whose(utterance: Utterance, name: Name, at: int) -> bool:
    """ "X massacre": of X or by X, the words leave it open."""
    text = utterance.source.text
    said = text[at : at + 24].lower().split()
    return (
        not text[name.end : at].strip() and said[:1] != [] and said[0].strip(",.") in closed_class("suffered")
    )


def compare_stances(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """The surest agreement or opposition of two statements' stances; agreement where they show both."""
    found = [one for x in stances(a) for y in stances(b) if (one := _oppose(a, b, x, y, like))]
    return max(found, key=lambda one: (one.relation == "corroborates", one.confidence), default=None)


def _oppose(a: Utterance, b: Utterance, ours: Stance, theirs: Stance, like: Likeness) -> Finding | None:
    if ours.dimension == theirs.dimension == "guilt" and not ours.of & theirs.of:
        return _blame(a, b, ours, theirs, like)
    shared = ours.of & theirs.of
    needed = 2 if ours.dimension == "alliance" else 1
    if ours.dimension != theirs.dimension or len(shared) < needed:
        return None
    opposed = ours.sign != theirs.sign
    if opposed and a.voice == b.voice:
        return None
    if ours.dimension == "strength" and not (like.ideas and like.score >= THRIVING):
        return None
    if ours.dimension == "guilt" and not (like.ideas & _HARM and like.score >= 0.15):
        return None
    openly = bool(shared & a.named & b.named) or any(":" in key for key in shared)
    base = 0.4 + 0.5 * like.score if opposed else 0.38 + 0.55 * like.score
    telling = float(lexicon("stances")[ours.dimension]["telling"])
    sure = base + telling + 0.08 * openly + 0.04 * bool(like.ideas)
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


def _blame(a: Utterance, b: Utterance, ours: Stance, theirs: Stance, like: Likeness) -> Finding | None:
    """One harm laid at two doors: a shared event or place, and no time that keeps them apart."""
    scenes = [name for name in a.names if name.type in _SCENES and name.key in b.named]
    both_harm = ours.sign < 0 and theirs.sign < 0 and ours.of and theirs.of and like.ideas & _HARM
    if not (both_harm and scenes and a.voice != b.voice) or times_apart(a, b) or like.score < BLAMED:
        return None
    doers = [
        next(n.text for n in (*u.names, *u.context) if n.key in s.of) for u, s in ((a, ours), (b, theirs))
    ]
    return Finding(
        a=a,
        b=b,
        relation="conflicts",
        kind="actor",
        reason=f"For {scenes[0].text}, one names {doers[0]}, the other {doers[1]}.",
        a_words=around(a, ours.start, ours.end),
        b_words=around(b, theirs.start, theirs.end),
        confidence=0.45 + 0.5 * like.score,
    )


def _reason(a: Utterance, b: Utterance, ours: Stance, theirs: Stance) -> str:
    shared = ours.of & theirs.of
    named = [name.text for one in (a, b) for name in (*one.names, *one.context) if name.key in shared]
    topic = f"Of {named[0]}" if named else "Of the text"
    said_a, said_b = quote(a, Span(ours.start, ours.end)), quote(b, Span(theirs.start, theirs.end))
    verb = "point the same way" if ours.sign == theirs.sign else "pull in opposite directions"
    return f"{topic}, {said_a} and {said_b} {verb} on {lexicon('stances')[ours.dimension]['label']}."
