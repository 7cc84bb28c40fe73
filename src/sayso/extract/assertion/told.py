"""What attributions have taken of a document's tokens, and what they leave to the speaker."""

from collections.abc import Iterable

from sayso.extract.assertion.grammar import CLAUSAL, is_finite, words
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

    def left(self, head: int, clause: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        """What the speaker says himself in a clause, and its predicate; nothing where the clause only
        frames another's words."""
        if head in self.content:
            return head, ()
        if head in self.cue:
            return (head, clause) if self._is_deed(head, clause) else self._beside(head, clause)
        mine = [at for at in clause if at not in self.content]
        if len(mine) == len(clause) and not self.cue.intersection(clause):
            return head, clause
        framed = self._frames(head, clause)
        mine = [at for at in mine if at not in framed]
        telling = [at for at in mine if at not in self.cue and at not in self.source and self._is_telling(at)]
        return head, tuple(mine) if len(telling) >= _FEWEST_LEFT else ()

    def _beside(self, head: int, clause: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        """A second predicate of somebody who is quoted: "said so and left the hall"."""
        for at in self._parsed.tokens[head].children:
            token = self._parsed.tokens[at]
            if token.dep != "conj" or token.pos != "VERB" or at not in clause:
                continue
            below = [i for i in self._parsed.subtree(at) if i in clause]
            if not (self.cue | self.content).intersection(below):
                subject = self._parsed.child(head, "nsubj", "nsubjpass")
                shared = [] if subject is None else [i for i in self._parsed.subtree(subject) if i in clause]
                return at, tuple(sorted({*shared, *below}))
        return head, ()

    def _is_deed(self, head: int, clause: tuple[int, ...]) -> bool:
        """``the union rejected the plan``, ``voted to close the pier``: is an act put forward, no clause
        told and nothing called by a name?"""
        tokens, parsed = self._parsed.tokens, self._parsed
        if tokens[head].lemma.lower() in words("saying") or not self.source.intersection(clause):
            return False
        told = self.content.intersection(clause)
        below = {tokens[at].dep for at in tokens[head].children if at in told}
        called = any(tokens[at].lower == "as" for at in tokens[head].children)
        clausal = any(tokens[at].pos in CLAUSAL and is_finite(parsed, at) for at in told)
        return (
            bool(below & {"dobj", "xcomp"}) and not below & {"oprd", "ccomp"} and not called and not clausal
        )

    def _is_telling(self, at: int) -> bool:
        return self._parsed.tokens[at].pos in _CONTENTFUL

    def _frames(self, head: int, clause: tuple[int, ...]) -> set[int]:
        """The clauses of saying inside a clause: "..., as the mayor said"."""
        found: set[int] = set()
        for at in sorted(self.cue.intersection(clause)):
            below = self._parsed.subtree(at)
            if self._parsed.tokens[at].pos == "VERB" and head not in below:
                found.update(below)
        return found
