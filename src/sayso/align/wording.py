"""Words of a text as comparison sees them: stems, ideas and negation, with their places."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import snowballstemmer

from sayso.lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_NAME_ENDING = re.compile(r"(?:ish|ese|ian|ean|an|ia|er|[iaeyos])$")
#: Words whose stem is that of an unrelated word.
_APART = {
    "important": "importance",
    "importantly": "importance",
    "university": "university",
    "universities": "university",
    "relatively": "relatively",
    "relative": "relative",
    "tolerate": "tolerate",
    "tolerates": "tolerate",
    "tolerated": "tolerate",
}
_MERELY = frozenset({"just", "onli", "mere", "necessarili"})
_stemmer = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Word:
    """One word: its stem, its characters in the document, and whether it carries content."""

    stem: str
    start: int
    end: int
    content: bool


@cache
def stem(word: str) -> str:
    """The stem of one word, lower case ("occupied" and "occupation" share one)."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    return _APART.get(plain) or str(_stemmer.stemWord(plain))


@cache
def name_root(word: str) -> str:
    """What a name shares with its adjective and its people ("Freedonia", "Freedonians"), lower case."""
    root = word.lower().replace("’", "'").removesuffix("'s").strip(".")
    for ending in ("s", "ish"):
        root = root.removesuffix(ending) if len(root) >= len(ending) + 3 else root
    while len(shorter := _NAME_ENDING.sub("", root)) >= 4 and shorter != root:
        root = shorter
    return root


@cache
def closed_class(name: str) -> frozenset[str]:
    """The words of that list of the ``wording`` lexicon, as written there."""
    return frozenset(str(lexicon("wording")[name]).split())


@cache
def stemmed_class(name: str) -> frozenset[str]:
    """The stems of that list."""
    return frozenset(stem(word) for word in closed_class(name))


@cache
def ideas() -> dict[str, tuple[str, ...]]:
    """The ideas each stem stands for."""
    found: dict[str, list[str]] = {}
    for idea, listed in lexicon("concepts")["words"].items():
        for word in dict.fromkeys(stem(entry) for entry in str(listed).split()):
            found.setdefault(word, []).append(idea)
    return {word: tuple(sorted(named)) for word, named in found.items()}


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, hyphenated ones in their parts."""
    found = []
    stops = closed_class("stopwords")
    for match in _WORD.finditer(text, start, end):
        at = match.start()
        for part in match.group().split("-"):
            lower = part.lower().replace("’", "'")
            content = lower not in stops and (len(lower) > 1 or lower.isdigit())
            if part:
                found.append(Word(stem(part), at, at + len(part), content))
            at += len(part) + 1
    return tuple(found)


def stem_sequence(phrase: str) -> tuple[str, ...]:
    """The stems of a lexicon entry, in the form ``words_of`` gives."""
    return tuple(word.stem for word in words_of(phrase, 0, len(phrase)))


def is_negated(words: tuple[Word, ...], first: int, last: int, back: int = 4) -> bool:
    """Is the stretch ``words[first:last]`` turned by a negator up to ``back`` words before it?

    Two negators undo each other ("does not deny"). What somebody does not understand or see is there.
    """
    grasping = stemmed_class("grasping")
    before = {
        word.stem
        for at, word in enumerate(words[max(0, first - back) : first], max(0, first - back))
        if not (at + 1 < len(words) and words[at + 1].stem in _MERELY)
        and not any(between.stem in grasping for between in words[at + 1 : first])
    } & stemmed_class("negators")
    after = [word.stem for word in words[last : last + 10]]
    absent = bool({"limit", "nonexist", "non"} & set(after)) or ("not", "exist") in pairwise(after)
    return (len(before) + absent) % 2 == 1
