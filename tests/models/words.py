"""Words for the network without a parser: flat sentences, or trees given by their heads."""

from collections.abc import Sequence

from sayso.models import Word
from sayso.models.grammar import SEGMENT


def flat(words: Sequence[str], opens: Sequence[int] | None = None) -> list[Word]:
    """Words that hang on nothing; the first opens a segment unless told otherwise."""
    begins = opens if opens is not None else [SEGMENT * (at == 0) for at in range(len(words))]
    return [
        Word(word, flag, "NN", "ROOT", at, at, at + 1)
        for at, (word, flag) in enumerate(zip(words, begins, strict=True))
    ]


def tree(rows: Sequence[tuple[str, str, int]], first: int = 0) -> list[Word]:
    """A sentence of words as (text, arc, head within it), numbered from ``first``."""
    heads = [head for _, _, head in rows]

    def above(at: int) -> list[int]:
        path = [at]
        while heads[path[-1]] != path[-1]:
            path.append(heads[path[-1]])
        return path

    reach = [[at for at in range(len(rows)) if number in above(at)] for number in range(len(rows))]
    return [
        Word(
            text,
            SEGMENT * (at == 0),
            "NN",
            dep,
            head + first,
            min(reach[at]) + first,
            max(reach[at]) + 1 + first,
        )
        for at, (text, dep, head) in enumerate(rows)
    ]
