"""What the models read in the place of countries, peoples and capitals: one name for all of a kind.

A parser knows some nations better than others; read under one name, nobody's sentence is read otherwise than
another's. The words of the text stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon, table
from sayso.lexicons.gazetteer import Known, capitals, phrases
from sayso.parse.reading import Passage
from sayso.records import Span

_WORD = re.compile(r"(?<![\w.])(?:[A-Z][a-zà-ÿ]{2,}|[A-Z]{5,}|[a-zà-ÿ]{4,})(?![\w.]\w)(?!\w)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \-–]$")
_AFTER = re.compile(r"[ \-–]([^\W\d_]+)")
_OPENING = re.compile(r"(?:^|[.!?:;“”\"‘’(\[—]\s?)$")
_COUNTRY, _PEOPLE, _PERSONS, _CAPITAL = "Germany", "German", "Germans", "Berlin"


@dataclass(frozen=True)
class Masked:
    """A passage as the models read it: ``origins[i]`` is the character of the passage that character ``i`` of
    ``text`` stands for."""

    passage: Passage
    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The document's span of the characters ``start`` to ``end`` (excluded) of the text."""
        return self.passage.span(self.origins[start], self.origins[end - 1] + 1)

    def words(self, start: int, end: int) -> str:
        """The words of the passage that these characters stand for."""
        return self.passage.text[self.origins[start] : self.origins[end - 1] + 1]


def masked(passage: Passage) -> Masked:
    """The passage with what stands for countries, peoples and capitals in place of their names."""
    text = passage.text
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        mask = (_small_masks() if match[0].islower() else _masks()).get(word)
        if mask is None or _of_longer_name(text, match, mask):
            continue
        start, end = match.span()
        told = mask.upper() if match[0].isupper() else mask.lower() if match[0].islower() else mask
        pieces += [text[at:start], told]
        origins += range(at, start)
        origins += (min(start + i, end - 1) for i in range(len(told) - 1))
        origins.append(end - 1)
        at = end
    if not pieces:
        return Masked(passage, text, range(len(text)))
    pieces.append(text[at:])
    origins += range(at, len(text))
    return Masked(passage, "".join(pieces), origins)


@cache
def _masks() -> dict[str, str]:
    """Single words, in small letters, to what is read in their place. Religions stay: they are names too."""
    religions = {row["name"] for row in table("peoples") if row["kind"] == "religion"}
    found = {name.lower(): _CAPITAL for name in capitals() if name.isalpha()}
    for words, known in phrases().items():
        if len(words) == 1 and words[0].isalpha() and known.key not in religions:
            found[words[0]] = _mask(words[0], known)
    return found


@cache
def _small_masks() -> dict[str, str]:
    """The same for words that somebody wrote small: those of states that are no other word then."""
    ordinary = frozenset(lexicon("names")["ambiguous"]["small"])
    states = {words[0] for words, known in phrases().items() if len(words) == 1 and known.what == "country"}
    return {word: mask for word, mask in _masks().items() if word in states - ordinary}


def _mask(word: str, known: Known) -> str:
    if known.use == "name":
        return _COUNTRY
    return _PERSONS if known.use == "plural" and word.endswith(("s", "men")) else _PEOPLE


def _of_longer_name(text: str, match: re.Match[str], mask: str) -> bool:
    """Does the word belong to a longer name, of a country ("New Guinea") or, where it is itself that of a
    place, of anything ("Michael Jordan", "Jordan Peterson")?"""
    word = match[0].lower()
    before, after = _BEFORE.search(text, 0, match.start()), _AFTER.match(text, match.end())
    neighbours = [(before[1].lower(), word)] if before else []
    neighbours += [(word, after[1].lower())] if after else []
    if any(pair in phrases() or (pair[0], "-", pair[1]) in phrases() for pair in neighbours):
        return True
    if mask not in (_COUNTRY, _CAPITAL) or match[0].isupper():
        return False
    return bool(
        (before and _is_name(before[1]) and not _OPENING.search(text, 0, before.start(1)))
        or (after and text[match.end()] == " " and _is_name(after[1]))
    )


def _is_name(word: str) -> bool:
    """Is it capitalised and not itself the name of a country, people or capital?"""
    return word[:1].isupper() and word.lower() not in _masks()
