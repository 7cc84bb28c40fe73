"""One thing put at the two ends of a scale ("safe", "dangerous"), or twice at the same end."""

from dataclasses import dataclass
from functools import cache

from sayso.align.compare.text import Likeness
from sayso.align.compare.time import times_apart
from sayso.align.finding import Finding, around, quote
from sayso.align.utterance import ACTORS, SHORT, Utterance, once
from sayso.align.wording import Word, ideas, is_negated, stemmed_class, words_of
from sayso.lexicons import lexicon
from sayso.records import Span

#: A scale's subject is sought so many words before, its object so many words after.
BEFORE, AFTER = 6, 4
_CLAUSE_ENDS = frozenset(".;!?:")


@dataclass(frozen=True)
class Pole:
    """An end (+1, -1) of a scale, the matters named before and after it, and the words."""

    scale: str
    sign: int
    subject: frozenset[str]
    object: frozenset[str]
    start: int
    end: int
    predicated: bool = False
    word: str = ""


@cache
def _scales() -> dict[str, tuple[tuple[str, int], ...]]:
    """The ends of scales each word stands for."""
    found: dict[str, dict[str, int]] = {}
    for scale, listed in lexicon("opposites")["scales"].items():
        for sign, side in zip((1, -1), str(listed).split("|"), strict=True):
            for word in side.split():
                found.setdefault(word, {})[scale] = sign
    return {word: tuple(sorted(held.items())) for word, held in found.items()}


@once
def poles(utterance: Utterance) -> tuple[Pole, ...]:
    """Every end of a scale the words, or a cue of theirs ("oppose"), put something at."""
    text = utterance.source.text
    found = []
    for at, word in enumerate(utterance.words):
        said = text[word.start : word.end].lower()
        for scale, sign in _scales().get(said, ()):
            predicated = said not in _predicative() or _is_predicated(utterance.words, at)
            if predicated and not _in_long_name(utterance, word):
                found.append(_pole(utterance, at, scale, sign))
    return tuple(found) or _of_cue(utterance)


@cache
def _predicative() -> frozenset[str]:
    """Words that stand for an end of a scale only after "is", "stays" and the like."""
    return frozenset(str(lexicon("opposites")["predicative"]).split())


@cache
def _turning() -> frozenset[str]:
    """Scales on which a thing is moved or moves by itself ("cut the quota", "the quota falls")."""
    return frozenset(str(lexicon("opposites")["turning"]).split())


def _is_predicated(words: tuple[Word, ...], at: int) -> bool:
    return any(word.stem in stemmed_class("being") for word in words[max(0, at - 3) : at])


def _in_long_name(utterance: Utterance, word: Word) -> bool:
    return any(name.start <= word.start < name.end and " " in name.text for name in utterance.names)


def _of_cue(utterance: Utterance) -> tuple[Pole, ...]:
    """The end at which a cue puts the content, for its source ("seven in ten oppose … the plan")."""
    text, statement = utterance.source.text, utterance.statement
    spoken = [word for piece in statement.cue for word in words_of(text, *piece)]
    source = [word for piece in statement.source for word in words_of(text, *piece)]
    return tuple(
        Pole(scale, sign, _matter(utterance, source), _matter(utterance, utterance.words), *utterance.span)
        for word in spoken
        for scale, sign in _scales().get(text[word.start : word.end].lower(), ())
    )


def _pole(utterance: Utterance, at: int, scale: str, sign: int) -> Pole:
    words, text = utterance.words, utterance.source.text
    before = _clause(text, list(reversed(words[max(0, at - BEFORE) : at])), words[at])
    after = _clause(text, list(words[at + 1 : at + 1 + AFTER]), words[at])
    freed = text[words[at].end : words[at].end + 5].lower() == "-free"
    near = " ".join(word.stem for word in words[max(0, at - 2) : at])
    distant = near.endswith("far from") or near.endswith(("free of", "free from"))
    turns = is_negated(words, at, at + 1) + freed + distant + utterance.is_rejected
    subject = _matter(utterance, [word for word in before if word.content][:3])
    if len(utterance.content_words) <= SHORT and any(word.stem in _PRONOUNS for word in before):
        subject |= utterance.lead_matter | {f"n:{name.key}" for name in utterance.context}
    return Pole(
        scale,
        -sign if turns % 2 else sign,
        subject,
        _matter(utterance, after),
        words[at].start,
        words[at].end,
        _is_predicated(words, at),
        words[at].stem,
    )


_PRONOUNS = frozenset({"it", "they", "them", "this", "that", "these", "he", "she", "which"})


def _clause(text: str, words: list[Word], pole: Word) -> list[Word]:
    """The words, nearest first, up to the end of the clause."""
    kept = []
    for word in words:
        between = text[min(word.end, pole.end) : max(word.start, pole.start)]
        if _CLAUSE_ENDS & set(between):
            break
        kept.append(word)
    return kept


def _matter(utterance: Utterance, words: tuple[Word, ...] | list[Word]) -> frozenset[str]:
    """Stems of the content words, their ideas as ``i:idea``, the names as ``n:key``."""
    held = [(name.start, name.end) for name in utterance.names]
    said = [
        word.stem
        for word in words
        if word.content and not any(start <= word.start < end for start, end in held)
    ]
    named = {
        f"n:{name.key}"
        for name in utterance.names
        for word in words
        if name.type in ACTORS and name.start <= word.start < name.end
    }
    return frozenset(said) | named | {f"i:{idea}" for stem in said for idea in ideas().get(stem, ())}


def compare_opposites(a: Utterance, b: Utterance, like: Likeness) -> Finding | None:
    """The surest pair of ends: opposite ones conflict, equal ones agree."""
    if a.voice == b.voice or not poles(a) or not poles(b) or times_apart(a, b):
        return None
    found = [
        one
        for ours in poles(a)
        for theirs in poles(b)
        if ours.scale == theirs.scale and (one := _meet(a, b, ours, theirs, like))
    ]
    return max(found, key=lambda one: one.confidence, default=None)


def _meet(a: Utterance, b: Utterance, ours: Pole, theirs: Pole, like: Likeness) -> Finding | None:
    openly = ours.predicated and theirs.predicated
    subject = _common(ours.subject, theirs.subject, openly)
    of = _common(ours.object, theirs.object, False)
    if ours.scale in _turning():
        of |= _common(ours.object, theirs.subject, False) | _common(ours.subject, theirs.object, False)
    if not subject and not of:
        return None
    if ours.sign == theirs.sign and not (openly or like.stems - {ours.word, theirs.word}):
        return None
    base = 0.5 if ours.sign != theirs.sign else 0.46
    sure = base + 0.05 * min(3, len(subject)) + 0.04 * min(2, len(of)) + 0.3 * like.score
    words = Span(ours.start, ours.end), Span(theirs.start, theirs.end)
    said = quote(a, words[0], 60), quote(b, words[1], 60)
    topic = _called(a, subject or of)
    places = around(a, *words[0]), around(b, *words[1])
    if ours.sign == theirs.sign:
        reason = f"Both say the same of “{topic}”: {said[0]} and {said[1]}."
        return Finding(a, b, "corroborates", None, reason, *places, sure)
    reason = f"Opposite things are said of “{topic}”: {said[0]} against {said[1]}."
    return Finding(a, b, "conflicts", "polarity", reason, *places, sure)


def _common(ours: frozenset[str], theirs: frozenset[str], named_alone: bool) -> frozenset[str]:
    """What both hold, if a common noun or its idea is among it and no names keep them apart."""
    named, others = ({one for one in held if one.startswith("n:")} for held in (ours, theirs))
    shared = _plain(ours & theirs)
    apart = named and others and not named & others
    return shared if not apart and (named_alone or any(one[:2] != "n:" for one in shared)) else frozenset()


def _plain(shared: frozenset[str]) -> frozenset[str]:
    """Without words too general to be one matter, and ideas the words already stand for."""
    stems = {one for one in shared if ":" not in one} - stemmed_class("general")
    said = {f"i:{idea}" for one in shared if ":" not in one for idea in ideas().get(one, ())}
    return frozenset(stems | {one for one in shared if ":" in one and one not in said})


def _called(utterance: Utterance, shared: frozenset[str]) -> str:
    """The shared matter in the words of the statement, or of the sentence before it."""
    text = utterance.source.text
    for word in (*utterance.words, *utterance.lead):
        held = {word.stem, *(f"i:{idea}" for idea in ideas().get(word.stem, ()))}
        if held & shared:
            return text[word.start : word.end]
    for name in (*utterance.names, *utterance.context):
        if f"n:{name.key}" in shared:
            return name.text
    return "one thing"
