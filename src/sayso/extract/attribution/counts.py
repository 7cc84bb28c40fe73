"""How often a word in a construction was a cue: the counted lexicon."""

from functools import cache
from math import log

from sayso.lexicons import table

#: Weight of what is known of a construction against what was seen of one word in it.
PRIOR = 3.0
Key = tuple[str, str, str]


class CueCounts:
    """Counts (times a cue, times seen) by (lemma, part of speech, construction).

    ``nouns`` gives the log odds of a noun, where it is the grammatical source of a reading, being one.
    """

    def __init__(self, rows: dict[Key, tuple[int, int]], nouns: dict[str, float]) -> None:
        self.rows = rows
        self.nouns = nouns
        self._words = {key[:2] for key in rows}

    def knows(self, lemma: str, pos: str) -> bool:
        """Was this word ever a cue?"""
        return (lemma, pos) in self._words

    def probability(self, key: Key, less: tuple[int, int] = (0, 0)) -> float:
        """The share of times a word in a construction was a cue, drawn to that of the construction.

        ``less`` is taken off the counts (what the very document at hand added to them).
        """
        cue, seen = self._others(key, less)
        all_cue, all_seen = self._others(("*", key[1], key[2]), less)
        base = (all_cue + 0.5) / (all_seen + 10.0)
        return (cue + PRIOR * base) / (seen + PRIOR)

    def word_probability(self, lemma: str, pos: str, less: tuple[int, int] = (0, 0)) -> float:
        """The share of times a word was a cue in any construction."""
        cue, seen = self._others((lemma, pos, "*"), less)
        return (cue + 0.3) / (seen + 3.0)

    def _others(self, key: Key, less: tuple[int, int]) -> tuple[int, int]:
        cue, seen = self.rows.get(key, (0, 0))
        return max(0, cue - less[0]), max(0, seen - less[1])


def logit(probability: float) -> float:
    """Log odds."""
    return (
        log(probability / (1.0 - probability)) if 0.0 < probability < 1.0 else (9.0 if probability else -9.0)
    )


@cache
def counted() -> CueCounts:
    """The lexicon as shipped (``cues.csv`` and ``source_nouns.csv``)."""
    rows = {
        (row["lemma"], row["pos"], row["construction"]): (int(row["cue"]), int(row["seen"]))
        for row in table("cues")
    }
    return CueCounts(rows, {row["noun"]: float(row["logit"]) for row in table("source_nouns")})
