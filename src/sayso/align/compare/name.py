"""Are two names the same name? A score and a sentence of why."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA, Indel, JaroWinkler

from sayso.lexicons import lexicon

Kind = Literal["person", "place", "organisation", "other"]
_WORD = re.compile(r"[a-z0-9]+")
#: Spellings that scribes of different countries use for one sound, made one; longest first.
_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("tsh", "c"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"),
    ("sh", "s"), ("ch", "c"), ("ck", "k"), ("th", "t"), ("dj", "j"), ("dzh", "j"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ei", "i"), ("ie", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ya", "ia"), ("ja", "ia"),
    ("yu", "iu"), ("ju", "iu"), ("q", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("z", "s"),
)  # fmt: skip


#: What a word that only one name has costs, as a share of a wrong word.
_MISSING = {"person": 0.25, "organisation": 0.8, "place": 0.8, "other": 0.45}
#: How alike two names are at most where each has a word that the other lacks.
_SWAPPED = 0.4
#: The last letter of the Latin scripts.
_LATIN = 0x24F


class Comparison(NamedTuple):
    """How alike two names are (0 to 1) and the reason in one sentence."""

    score: float
    reason: str


class Pair(NamedTuple):
    """Two words taken for each other, or one word alone (the other empty)."""

    one: str
    other: str
    likeness: float


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The name in Latin lower-case words, without punctuation, initials with stops joined."""
    latin = anyascii(name.replace("’", "'").replace("&", " and ")).lower()
    latin = latin.replace("a/s", "as")
    latin = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", latin)
    return tuple(_WORD.findall(re.sub(r"['`\"]", "", latin)))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word with spellings of one sound made one and double letters single."""
    for spelling, plain in _SOUNDS:
        word = word.replace(spelling, plain)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of the word's sound."""
    plain = (
        sound(word).replace("v", "b").replace("p", "b").replace("f", "b").replace("g", "k").replace("c", "s")
    )
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouh]", "", plain))


@lru_cache(maxsize=262144)
def likeness(one: str, other: str) -> float:
    """How alike two words are, by letters and by sound: one slip costs little, each further one more."""
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit() or {one, other} & _telling():
        return 0.0
    if min(len(one), len(other)) == 1:
        return 0.85 if one[0] == other[0] else 0.0
    return max(_near(one, other), 0.97 * _near(sound(one), sound(other)))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words that tell two names apart however alike they look."""
    return frozenset(lexicon("legal_forms")["telling"])


def _near(one: str, other: str) -> float:
    slips = OSA.distance(one, other)
    cost: float = 0.6 * slips * slips**0.5
    return max(0.0, 1.0 - cost / max(len(one), len(other), 1))


@lru_cache(maxsize=262144)
def likeness_across(one: str, other: str) -> float:
    """How alike two words are where one was written in another script, by sound and by consonants alone."""
    if one == other:
        return 1.0
    letters = OSA.normalized_similarity(sound(one), sound(other))
    bones = OSA.normalized_similarity(skeleton(one), skeleton(other))
    start = JaroWinkler.similarity(one, other)
    return max(
        0.5 * (start + letters), 0.5 * (letters + bones), 0.9 * bones if len(skeleton(one)) > 2 else 0.0
    )


def _bare(words: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """The words without titles (persons) or legal forms (bodies), unless nothing else is there."""
    forms = lexicon("legal_forms")
    drop = (
        set(forms["titles"]) if kind == "person" else set(forms["forms"]) if kind == "organisation" else set()
    )
    kept = tuple(word for word in words if word not in drop)
    return kept or words


def align_words(one: tuple[str, ...], other: tuple[str, ...], across: bool = False) -> list[Pair]:
    """The words of both names paired, most alike first, each used once; leftovers alone."""
    like = likeness_across if across else likeness
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


def compare_names(one: str, other: str, kind: Kind = "other") -> Comparison:
    """How sure one may be that both names name the same, as names of things of that kind."""
    (left, one), (right, other) = sorted((_bare(words_of(name), kind), name) for name in (one, other))
    if not left or not right:
        return Comparison(0.0, "one of the names has no letters")
    if left == right:
        return Comparison(1.0, f"“{one}” and “{other}” are spelt alike")
    across = one.isascii() != other.isascii() and max(map(ord, one + other)) > _LATIN
    pairs = align_words(left, right, across)
    score = _weigh(pairs, kind)
    score = max(score, _joined(left, right), _abbreviated(left, right))
    if _sons(left) and _sons(right) and sorted(left) == sorted(right):
        score = 0.6
    if not across and min(map(ord, one + other)) > _LATIN:
        score = min(score, OSA.normalized_similarity(one, other))
    return Comparison(round(score, 4), _reason(one, other, pairs, score))


def _sons(words: tuple[str, ...]) -> bool:
    """Is a word for "son of" in the name, so that the order of words matters?"""
    return bool({"bin", "ben", "ibn", "bint"} & set(words))


def _joined(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The likeness of the names written in one word, where they have blanks at other places."""
    if len(left) == len(right):
        return 0.0
    alike = Indel.normalized_similarity("".join(left), "".join(right))
    telling = set(left) ^ set(right)
    return alike if alike >= 0.92 and not telling & _telling() else 0.0


def _abbreviated(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """.85 where one name begins with the initials of the other ("FA", "Football Association")."""
    short, long = sorted((left, right), key=len)
    head = short[0]
    run = next((n for n in (len(head),) if 2 <= n <= len(long)), 0)
    starts = run and "".join(word[0] for word in long[:run]) == head
    return 0.85 if starts and (long[run:] == short[1:] or run == len(long)) else 0.0


def _weigh(pairs: list[Pair], kind: Kind) -> float:
    """Mean likeness of the pairs by length of word; a missing word costs less than a wrong one."""
    total = weight = 0.0
    alone = [pair for pair in pairs if not (pair.one and pair.other)]
    both = any(not pair.other for pair in alone) and any(not pair.one for pair in alone)
    for pair in pairs:
        length = float(max(len(pair.one), len(pair.other))) ** 0.5
        if pair.one and pair.other:
            total += length * pair.likeness
            weight += length
        else:
            weight += length * (1.0 if both else _MISSING[kind])
    worst = min((pair.likeness for pair in pairs if pair.one and pair.other), default=0.0)
    if both or any((pair.one or pair.other) in _telling() for pair in alone):
        worst = min(worst, _SWAPPED)
    mean = total / weight if weight else 0.0
    return max(0.0, 0.4 * mean + 0.6 * min(mean, worst))


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
