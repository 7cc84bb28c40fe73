"""The PLOVER codebook: from a verb and what goes with it to a root code."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import cast

from sayso.lexicons import table
from sayso.records.figure import Plover

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: Codes of acts that are words about another act, which then is not reported as done.
SPEECH = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})


@dataclass(frozen=True)
class Codebook:
    """``verbs``: lemma -> (objects it needs, code) in order; ``nouns``: lemma -> code.

    ``light`` verbs do what their object names, ``stop`` verbs end it, ``inverse`` verbs have the one acted
    on as their subject.
    """

    verbs: dict[str, tuple[tuple[frozenset[str], Plover], ...]]
    nouns: dict[str, Plover]
    light: frozenset[str]
    stop: frozenset[str]
    inverse: frozenset[str]

    def code(self, verb: str, with_: Collection[str]) -> Plover | None:
        """The code of a verb in the company of these lemmas, null where the codebook has none."""
        return self.entry(verb, with_)[1]

    def entry(self, verb: str, with_: Collection[str]) -> tuple[frozenset[str], Plover | None]:
        """The lemmas that decided on a verb's code (none, if it has one in any company), and the code."""
        fallback: Plover | None = None
        for needed, code in self.verbs.get(verb, ()):
            if not needed:
                fallback = fallback or code
            elif not needed.isdisjoint(with_):
                return needed, code
        return frozenset(), fallback

    def knows(self, verb: str) -> bool:
        """Can this verb be coded, whatever goes with it?"""
        return verb in self.verbs or verb in self.light or verb in self.stop


@cache
def codebook() -> Codebook:
    """The codebook of the lexicon."""
    verbs: dict[str, list[tuple[frozenset[str], Plover]]] = {}
    nouns: dict[str, Plover] = {}
    helpers: dict[str, set[str]] = {"light": set(), "stop": set(), "inverse": set()}
    for row in table("plover"):
        words, code = row["words"].split(), cast(Plover, row["code"])
        if row["kind"] in helpers:
            helpers[row["kind"]].update(words)
        elif row["kind"] == "noun":
            nouns.update(dict.fromkeys(words, code))
        else:
            for word in words:
                verbs.setdefault(word, []).append((frozenset(row["objects"].split()), code))
    return Codebook(
        {verb: tuple(rows) for verb, rows in verbs.items()},
        nouns,
        frozenset(helpers["light"]),
        frozenset(helpers["stop"]),
        frozenset(helpers["inverse"]),
    )
