"""Are two names the same name? A score and a sentence of why."""

import math
import re
from functools import lru_cache
from itertools import product, zip_longest
from typing import Literal, NamedTuple

from nicknames import NickNamer
from rapidfuzz.distance import OSA, Indel
from text_to_num import alpha2digit

from sayso.align.compare.spelling import likeness, likeness_across, telling, words_of
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import phrases

Kind = Literal["person", "place", "organisation", "other"]
#: What a word that only one name has costs, as a share of a wrong word.
_MISSING = {"person": 0.25, "organisation": 0.8, "place": 0.8, "other": 0.45}
#: How many names of a person may be left out lightly; who lacks more of them is less surely the same.
_LEFT_OUT = 2
#: How alike two names are at most where each has a word that the other lacks.
_SWAPPED = 0.4
#: What "al", "bin" or "de" weigh beside a name proper.
_PARTICLE = 0.3
#: How alike two persons' names are that an everyday form of the first name joins ("Bill", "William").
_NICKNAME = 0.92
#: From where on two words are spellings of one name ("Catherine", "Katherine").
_SPELT = 0.95
#: The last letter of the Latin scripts.
LATIN = 0x24F
_OR = re.compile(r"\s*/\s*|\s+(?:a\.?k\.?a\.?|also known as|formerly|born|née)\s+", re.IGNORECASE)
_ONE_SYLLABLE = re.compile(r"[^aeiouy]{0,3}[aeiouy]{1,3}[^aeiouy]{0,2}")


class Comparison(NamedTuple):
    """How alike two names are (0 to 1) and the reason in one sentence."""

    score: float
    reason: str


class Pair(NamedTuple):
    """Two words taken for each other, or one word alone (the other empty)."""

    one: str
    other: str
    likeness: float


def compare_names(one: str, other: str, kind: Kind = "other") -> Comparison:
    """How sure one may be that both names name the same, as names of things of that kind.

    Where a name gives alternatives ("One/Other", "One, née Other") the likest pair counts.
    """
    found = [_compare(a, b, kind) for a, b in product(_alternatives(one), _alternatives(other))]
    return max(found, key=lambda comparison: comparison.score)


def _alternatives(name: str) -> list[str]:
    if "a/s" in name.lower() or not _OR.search(name):
        return [name]
    return [part for part in _OR.split(name) if part.strip(" ,()")] or [name]


def _compare(one: str, other: str, kind: Kind) -> Comparison:
    (left, one), (right, other) = sorted((_bare(name, kind), name) for name in (one, other))
    if not left or not right:
        return Comparison(0.0, "one of the names has no letters")
    if left == right:
        return Comparison(1.0, f"“{one}” and “{other}” are spelt alike")
    across = one.isascii() != other.isascii() and max(map(ord, one + other)) > LATIN
    pairs = align_words(left, right, across, kind)
    score = max(
        _weigh(pairs, kind),
        _joined(left, right, across),
        _abbreviated(left, right, kind),
        _syllables(left, right),
    )
    if _sons(left) and _sons(right) and sorted(left) == sorted(right):
        score = 0.6
    if kind == "person":
        score = min(score, _told_apart(one, other))
    if not across and min(map(ord, one + other)) > LATIN:
        score = min(score, OSA.normalized_similarity(one, other))
    return Comparison(round(score, 4), _reason(one, other, pairs, score))


@lru_cache(maxsize=65536)
def _bare(name: str, kind: Kind) -> tuple[str, ...]:
    """The words without titles (persons) or legal forms (bodies), unless nothing else is there."""
    forms = lexicon("legal_forms")
    words = words_of(name)
    if kind == "person":
        plain = tuple(re.sub(r"\babd (?:al|ul|el)\b", "abdul", " ".join(words)).split())
        return tuple(word for word in plain if word not in forms["titles"]) or words
    words = tuple(alpha2digit(" ".join(words), "en").split()) or words
    if kind != "organisation":
        return words
    kept = tuple(
        word
        for word, following in zip_longest(words, words[1:], fillvalue="")
        if word not in forms["forms"] and not (word in forms["qualifiers"] and following in forms["forms"])
    )
    return kept or words


def align_words(
    one: tuple[str, ...], other: tuple[str, ...], across: bool = False, kind: Kind = "other"
) -> list[Pair]:
    """The words of both names paired, most alike first, each used once; leftovers alone."""
    like = likeness_across if across else _persons_likeness if kind == "person" else likeness
    ranked = sorted(
        ((-like(a, b), abs(i - j), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
    )
    used_one: set[int] = set()
    used_other: set[int] = set()
    pairs = []
    for negative, _, i, j in ranked:
        if i not in used_one and j not in used_other and negative < -0.3:
            used_one.add(i)
            used_other.add(j)
            pairs.append(Pair(one[i], other[j], -negative))
    pairs += [Pair(word, "", 0.0) for i, word in enumerate(one) if i not in used_one]
    return pairs + [Pair("", word, 0.0) for j, word in enumerate(other) if j not in used_other]


def _persons_likeness(one: str, other: str) -> float:
    """Likeness of two words of persons' names: particles stand for each other, nicknames for names."""
    like = likeness(one, other)
    if like < _NICKNAME and (one in _particles()) != (other in _particles()):
        return 0.0
    if like < _NICKNAME and one in _particles():
        return 0.9
    return _NICKNAME if like < _NICKNAME and are_nicknames(one, other) else like


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(lexicon("names")["person"]["particles"])


@lru_cache(maxsize=1)
def _nicknamer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=65536)
def are_nicknames(one: str, other: str) -> bool:
    """Is one word an everyday form of the other as a first name, however that is spelt?"""
    names = _nicknamer()
    return any(
        likeness(full, long) >= _SPELT
        for short, long in ((one, other), (other, one))
        for full in names.canonicals_of(short)
    )


def _sons(words: tuple[str, ...]) -> bool:
    """Is a word for "son of" in the name, so that the order of words matters?"""
    return bool({"bin", "ben", "ibn", "bint"} & set(words))


def _told_apart(one: str, other: str) -> float:
    """How alike two persons can be at most by what tells father from son: "Jr.", "III", initials."""
    left, right = words_of(one), words_of(other)
    generations = lexicon("legal_forms")["generations"]
    mine, theirs = ({word for word in words[1:] if word in generations} for words in (left, right))
    if mine != theirs:
        return 0.6 if mine and theirs else 0.75
    initials, others = ("".join(word for word in words[1:-1] if len(word) == 1) for words in (left, right))
    return 0.6 if initials and others and initials != others else 1.0


def _joined(left: tuple[str, ...], right: tuple[str, ...], across: bool) -> float:
    """The likeness of the names written in one word, where they have blanks at other places."""
    if len(left) == len(right):
        return 0.0
    if across and min(len(left), len(right)) == 1:
        return likeness_across("".join(left), "".join(right))
    alike: float = Indel.normalized_similarity("".join(left), "".join(right))
    apart = set(left) ^ set(right)
    return alike if alike >= 0.92 and not apart & telling() else 0.0


def _syllables(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The likeness of names of three syllables, whose last two are one given name ("Do-yun", "Doyun")."""
    if len(left) != 3 or len(right) != 3 or not all(_ONE_SYLLABLE.fullmatch(word) for word in left + right):
        return 0.0
    one, other = (left[0], "".join(left[1:])), (right[0], "".join(right[1:]))
    return _weigh([Pair(a, b, likeness(a, b)) for a, b in zip(one, other, strict=True)], "person")


def _abbreviated(left: tuple[str, ...], right: tuple[str, ...], kind: Kind) -> float:
    """.85 where one name begins with the initials of the other ("FA", "Football Association")."""
    short, long = sorted((left, right), key=len)
    head, rest = short[0], short[1:]
    run = len(head)
    if not 2 <= run <= len(long) or "".join(word[0] for word in long[:run]) != head:
        return 0.0
    if kind == "person":
        return 0.85 if rest and long[run:] == rest else 0.0
    return 0.85 if long[run:] == rest or run == len(long) else 0.0


def _weigh(pairs: list[Pair], kind: Kind) -> float:
    """Mean likeness of the pairs by length of word; a missing word costs less than a wrong one."""
    alone = [pair for pair in pairs if not (pair.one and pair.other)]
    both = any(not pair.other for pair in alone) and any(not pair.one for pair in alone)
    total = weight = 0.0
    for pair in pairs:
        length = _weight(pair, kind)
        paired = bool(pair.one and pair.other)
        weight += length * (1.0 if paired or both else _MISSING[kind])
        total += length * pair.likeness
    proper = [pair for pair in alone if (pair.one or pair.other) not in _particles()]
    if kind == "person" and not both:
        weight += sum(0.5 * _weight(pair, kind) for pair in proper[_LEFT_OUT:])
    worst = min((pair.likeness for pair in pairs if pair.one and pair.other), default=0.0)
    if both or any(_tells_apart(pair.one or pair.other, kind) for pair in alone):
        worst = min(worst, _SWAPPED)
    mean = total / weight if weight else 0.0
    return max(0.0, 0.4 * mean + 0.6 * min(mean, worst))


def _weight(pair: Pair, kind: Kind) -> float:
    length = math.sqrt(max(len(pair.one), len(pair.other)))
    light = kind == "person" and {pair.one, pair.other} - {""} <= _particles()
    return length * (_PARTICLE if light else 1.0)


def _tells_apart(word: str, kind: Kind) -> bool:
    """Is a name with the word another name: a numeral, a quarter of the sky, of a body also a land?"""
    return word in telling() or word.isdigit() or (kind == "organisation" and (word,) in phrases())


def _reason(one: str, other: str, pairs: list[Pair], score: float) -> str:
    odd = [pair for pair in pairs if pair.likeness < 1.0]
    apart = "; ".join(
        f"“{pair.one}” against “{pair.other}”"
        if pair.one and pair.other
        else f"“{pair.one or pair.other}” on one side only"
        for pair in odd[:3]
    )
    verdict = "are one name" if score >= 0.8 else "may be one name" if score >= 0.6 else "are different names"
    return f"“{one}” and “{other}” {verdict}: {apart}" if apart else f"“{one}” and “{other}” {verdict}"
