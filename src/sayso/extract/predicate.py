"""The predicate of some content, and what stands close enough to bear on it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from sayso.parse import ParsedDocument, Token
from sayso.records import Span, Spans

_COMPLEMENTS = ("acomp", "attr", "oprd", "advmod", "prep")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_OBJECTS = ("dobj", "attr", "pobj", "oprd")
_BEARING = ("det", "neg", "amod", "preconj", "advmod", "npadvmod")
_CLOSING = frozenset("\"'”’»)]")


@dataclass(frozen=True)
class Predicate:
    """The token ``head`` of content whose tokens are ``inside``."""

    parsed: ParsedDocument
    head: int
    inside: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the document."""
        return self.parsed.tokens

    @property
    def lemma(self) -> str:
        """The predicate's dictionary form."""
        return self.tokens[self.head].lemma.lower()

    @cached_property
    def children(self) -> tuple[Token, ...]:
        """What hangs directly on the predicate."""
        return tuple(self.tokens[at] for at in self.tokens[self.head].children)

    @cached_property
    def reach(self) -> tuple[int, ...]:
        """The tokens that bear on the predicate: its own dependents and the determiners of its
        subject, object and complements; other clauses are out of reach."""
        found = {self.head}
        for child in self.children:
            if child.dep in (
                "neg",
                "aux",
                "auxpass",
                "advmod",
                "preconj",
                "cc",
                *_SUBJECTS,
                *_OBJECTS,
                "acomp",
            ):
                found.add(child.i)
                found |= {at for at in child.children if self.tokens[at].dep in _BEARING}
                found |= {
                    deeper
                    for at in child.children
                    if self.tokens[at].dep in _BEARING
                    for deeper in self.tokens[at].children
                }
        return tuple(sorted(found))

    @cached_property
    def text(self) -> str:
        """The lemmas of the content, with a space before and after each."""
        return f" {' '.join(self.tokens[at].lemma.lower() for at in sorted(self.inside))} "

    @cached_property
    def words(self) -> str:
        """The words of the content in lower case, with a space before and after each."""
        return f" {' '.join(self.tokens[at].lower for at in sorted(self.inside))} "

    @property
    def mark(self) -> str:
        """The subordinator the predicate stands under, or ""."""
        return next((child.lower for child in self.children if child.dep == "mark"), "")

    @property
    def is_perfect(self) -> bool:
        """Has it a perfect "have"?"""
        return any(child.dep == "aux" and child.lemma == "have" for child in self.children)

    @property
    def is_passive(self) -> bool:
        """Has it a passive auxiliary?"""
        return any(child.dep == "auxpass" for child in self.children)

    @property
    def is_past(self) -> bool:
        """Is it in the simple past?"""
        return self.tokens[self.head].tag == "VBD"

    @property
    def in_first_person(self) -> bool:
        """Is the speaker its subject?"""
        return any(child.dep == "nsubj" and child.lower in ("i", "we") for child in self.children)

    @property
    def opens_with_it(self) -> bool:
        """Is its subject a pronoun that points to a proposition?"""
        return any(
            child.dep in _SUBJECTS and child.lower in ("it", "this", "that") for child in self.children
        )

    @property
    def takes_infinitive(self) -> bool:
        """Does a "to" infinitive depend on it or on its complement?"""
        below = [*self.children, *(self.tokens[at] for child in self.children for at in child.children)]
        return any(
            token.dep in ("xcomp", "ccomp", "advcl", "relcl", "acl", "csubj")
            and any(self.tokens[at].lower == "to" and self.tokens[at].dep == "aux" for at in token.children)
            for token in below
        )

    @property
    def complement_lemmas(self) -> frozenset[str]:
        """The heads of its complements."""
        return frozenset(child.lemma.lower() for child in self.children if child.dep in _COMPLEMENTS)

    @property
    def complement_in_quotes(self) -> bool:
        """Is the complement one word or two between quotation marks?"""
        for child in self.children:
            if child.dep in ("acomp", "oprd", "attr") and child.right - child.left <= 4:
                before, after = child.left - 1, child.i + 1
                text = [self.tokens[at].text for at in range(before, min(after + 1, len(self.tokens)))]
                if text and text[-1][0] in _CLOSING and any(part[0] in "\"“'‘«" for part in text[:-1]):
                    return True
        return False

    @property
    def ends_with_question_mark(self) -> bool:
        """Does its sentence end so?"""
        sentence = self.parsed.sentence_of(self.head)
        return self.tokens[sentence.end - 1].text == "?"

    def modal(self, allowed: Collection[str]) -> str | None:
        """The modal verb on the predicate, where it is one of those."""
        return next(
            (child.lower for child in self.children if child.dep == "aux" and child.lower in allowed), None
        )

    def is_conditioned(self, marks: Collection[str]) -> bool:
        """Does the predicate stand in or over an "if" clause?"""
        if self.mark in marks:
            return True
        return any(
            child.dep == "advcl"
            and any(self.tokens[at].lower in marks for at in child.children if self.tokens[at].dep == "mark")
            for child in self.children
        )


def predicate_of(parsed: ParsedDocument, content: Spans, head: int | None = None) -> Predicate | None:
    """The predicate of some content: ``head``, or the topmost verb in it, or its topmost word."""
    inside = frozenset(at for span in content for at in parsed.tokens_in(Span(*span)))
    if not inside:
        return None
    if head is None:
        tops = [
            at
            for at in sorted(inside)
            if parsed.tokens[at].head == at or parsed.tokens[at].head not in inside
        ]
        verbs = [at for at in tops if parsed.tokens[at].pos in ("VERB", "AUX")]
        spoken = [at for at in tops if parsed.tokens[at].pos != "PUNCT"]
        head = (verbs or spoken or tops)[0]
    return Predicate(parsed, head, inside)
