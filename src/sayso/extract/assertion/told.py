"""What attributions have taken of a document's tokens, and what they leave to the speaker."""

from collections.abc import Iterable

from sayso.extract.attribution import Attribution
from sayso.parse import ParsedDocument

_FEWEST_LEFT = 3
_CONTENTFUL = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


class Told:
    """The tokens of contents, cues and sources of all attributions."""

    def __init__(self, parsed: ParsedDocument, attributions: Iterable[Attribution]) -> None:
        self._parsed = parsed
        self.content: set[int] = set()
        self.cue: set[int] = set()
        self.source: set[int] = set()
        for one in attributions:
            for spans, where in (
                (one.content, self.content), (one.cue, self.cue), (one.source, self.source),
            ):  # fmt: skip
                for span in spans:
                    where.update(parsed.tokens_in(span))

    def left(self, head: int, clause: tuple[int, ...]) -> tuple[int, ...]:
        """What the speaker says himself in a clause; nothing where it only frames another's words."""
        if head in self.content:
            return ()
        mine = [at for at in clause if at not in self.content]
        if head in self.cue:
            return clause if self._says_more(head, mine) else ()
        if len(mine) == len(clause) and not self.cue.intersection(clause):
            return clause
        framed = self._frames(head, clause)
        mine = [at for at in mine if at not in framed]
        told = self.content.intersection(clause) | self.cue.intersection(clause)
        telling = [at for at in mine if at not in told and at not in self.source and self._is_telling(at)]
        return tuple(mine) if len(telling) >= _FEWEST_LEFT else ()

    def _is_telling(self, at: int) -> bool:
        return self._parsed.tokens[at].pos in _CONTENTFUL

    def _says_more(self, head: int, mine: list[int]) -> bool:
        """Does a clause of saying hold another predicate with something to say?"""
        rest = [at for at in mine if at not in self.cue and at not in self.source and at != head]
        verbs = [at for at in rest if self._parsed.tokens[at].pos == "VERB"]
        return bool(verbs) and sum(self._is_telling(at) for at in rest) >= _FEWEST_LEFT

    def _frames(self, head: int, clause: tuple[int, ...]) -> set[int]:
        """The clauses of saying inside a clause: "..., as the mayor said"."""
        found: set[int] = set()
        for at in sorted(self.cue.intersection(clause)):
            below = self._parsed.subtree(at)
            if self._parsed.tokens[at].pos == "VERB" and head not in below:
                found.update(below)
        return found
