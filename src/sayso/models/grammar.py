"""What the parser says of a text's words, as numbers the network reads beside the words."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

#: The labels of spaCy's English pipelines; 0 stands for any other.
PARTS = (
    "?", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",
    "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
    "XX", "_SP", "``",
)  # fmt: skip
ARCS = (
    "?", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl",
    "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis",
    "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
_PART = {name: at for at, name in enumerate(PARTS)}
_ARC = {name: at for at, name in enumerate(ARCS)}

#: How far up the tree places are told apart: below the word itself, below its head, below that one's, higher.
_LEVELS = 4
_ABOVE = _LEVELS * len(ARCS)
_BEFORE, _AFTER = _ABOVE + _LEVELS, _ABOVE + _LEVELS + 1
#: The number of places a word can have in the tree, seen from another word.
PLACES = _AFTER + 1

Numbers = NDArray[np.int64]

#: What a word may open.
NOTHING, PARAGRAPH, SEGMENT = 0, 1, 2


class Word(NamedTuple):
    """A word, what it opens (0 nothing, 1 a paragraph, 2 a segment), its part of speech and its arc; its head
    and the reach of its subtree, ``left`` to ``right`` (excluded), as numbers of words of the text. A root is
    its own head."""

    text: str
    opens: int
    tag: str
    dep: str
    head: int
    left: int
    right: int


def part(word: Word) -> int:
    """The number of a word's part of speech."""
    return _PART.get(word.tag, 0)


def arc(word: Word) -> int:
    """The number of a word's arc to its head."""
    return _ARC.get(word.dep, 0)


def branches(words: Sequence[Word]) -> list[list[int]]:
    """For every word, the words that hang on it."""
    found: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head != at:
            found[word.head].append(at)
    return found


def _path(words: Sequence[Word], at: int) -> list[int]:
    """A word and its heads up to the root."""
    path = [at]
    while (head := words[path[-1]].head) != path[-1]:
        path.append(head)
    return path


def places(words: Sequence[Word], below: Sequence[Sequence[int]], at: int, span: tuple[int, int]) -> Numbers:
    """Where the words of a span stand in the tree as seen from word ``at``: by what arc their branch leaves
    its path to the root, and how high up; or before or after its sentence. ``below``: the ``branches``."""
    start, end = span
    path = _path(words, at)
    found = np.full(end - start, _AFTER, np.int64)
    found[: max(0, words[path[-1]].left - start)] = _BEFORE
    for height in range(len(path) - 1, -1, -1):
        level = min(height, _LEVELS - 1)
        for branch in below[path[height]]:
            first, last = words[branch].left - start, words[branch].right - start
            found[max(0, first) : max(0, last)] = level * len(ARCS) + arc(words[branch])
        if start <= path[height] < end:
            found[path[height] - start] = _ABOVE + level
    return found


class Tree:
    """The words of a text and what hangs on each, worked out once."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words, self._below = words, branches(words)

    def seen_from(self, at: int, span: tuple[int, int]) -> Numbers:
        """The ``places`` of the words of a span."""
        return places(self._words, self._below, at, span)
