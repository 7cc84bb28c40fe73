"""How alike two words of names are, in one script or across scripts, by letters, sound and consonants."""

import math
import re
from functools import lru_cache
from itertools import product

from anyascii import anyascii
from rapidfuzz.distance import OSA

from sayso.lexicons import lexicon

_WORD = re.compile(r"[a-z0-9]+")
#: Spellings that scribes of different countries use for one sound, made one; longest first. Capitals keep
#: what is settled from being read again, and fall together with their small letters at the end.
_SOUNDS = (
    ("tsch", "C"), ("shch", "S"), ("tch", "C"), ("tsh", "C"), ("dzh", "J"), ("sch", "S"), ("dj", "J"),
    ("zh", "J"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("sh", "S"), ("ch", "C"), ("ck", "k"), ("th", "t"),
    ("ts", "s"), ("tz", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("iy", "i"),
    ("ij", "i"), ("yi", "i"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"), ("ju", "iu"), ("q", "k"), ("w", "v"),
    ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("y", "i"), ("z", "s"),
)  # fmt: skip
#: Consonants that some scripts do not tell apart (Arabic b and p, Japanese r and l, Korean k and g, ...).
_SCRIBES = str.maketrans("vpfwgcjlzd", "bbbbkssrst")

_VOWEL = re.compile("[aeiou]")
#: Consonant letters of Hebrew and Arabic that also stand for long vowels.
_MATRES = str.maketrans("vwy", "uui")


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
    return re.sub(r"(.)\1+", r"\1", word.lower())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of the word's sound, those made one that some script does not tell apart."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouh]", "", sound(word).translate(_SCRIBES)))


@lru_cache(maxsize=1)
def telling() -> frozenset[str]:
    """Words that tell two names apart however alike they look."""
    return frozenset(lexicon("legal_forms")["telling"])


@lru_cache(maxsize=262144)
def likeness(one: str, other: str) -> float:
    """How alike two words are, by letters and by sound: one slip costs little, each further one more."""
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit() or {one, other} & telling():
        return 0.0
    if min(len(one), len(other)) == 1:
        return 0.85 if one[0] == other[0] else 0.0
    return max(_near(one, other, 0.6), 0.97 * _near(sound(one), sound(other), 0.8))


def _near(one: str, other: str, cost: float) -> float:
    slips = OSA.distance(one, other)
    return max(0.0, 1.0 - cost * float(slips * slips**0.5) / max(len(one), len(other), 1))


@lru_cache(maxsize=262144)
def likeness_across(one: str, other: str) -> float:
    """How alike two words are where one was written in another script, by sound and by consonants alone.

    Half of both, bent so that a likeness of .6 is as telling as in one script. Words of scripts without
    vowels are also read with vowels for the letters that may mean either (Hebrew and Arabic "w" and "y").
    """
    if one == other:
        return 1.0
    return max(_across(a, b) for a, b in product(_readings(one), _readings(other)))


def _readings(word: str) -> tuple[str, ...]:
    """The word, and where it has no vowels also with those its inner letters may stand for."""
    if len(word) < 3 or _VOWEL.search(word):
        return (word,)
    return word, word[0] + word[1:].translate(_MATRES)


def _across(one: str, other: str) -> float:
    letters = OSA.normalized_similarity(sound(one), sound(other))
    bones = OSA.normalized_similarity(skeleton(one), skeleton(other))
    return math.pow(0.55 * letters + 0.45 * bones, 0.6)
