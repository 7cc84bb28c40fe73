"""The predicate of some content, and what stands close enough to bear on it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.lexicons.listing import listed
from sayso.parse import ParsedDocument, Token
from sayso.records import Spans

_COMPLEMENTS = ("acomp", "attr", "oprd", "advmod", "prep")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_DIRECT = ("neg", "aux", "auxpass", "advmod", "preconj", "det", "acomp", "attr", "dobj", "oprd", *_SUBJECTS)
_ARGUMENTS = ("acomp", "attr", "dobj", "oprd", *_SUBJECTS)
_BEARING = ("det", "neg", "amod", "preconj", "advmod")
_INFINITIVE = ("xcomp", "ccomp", "advcl", "relcl", "acl", "csubj")
_QUOTES = frozenset("\"“”‘’'«»")
_BEFORE = 6


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
            if child.dep in _DIRECT:
                found.add(child.i)
            if child.dep in _ARGUMENTS:
                found.update(at for at in child.children if self.tokens[at].dep in _BEARING)
            if child.dep in ("aux", "auxpass") or child.lower == "ever":
                found.update(at for at in child.children if self._is_negator(at))
        for at in tuple(found):
            if self.tokens[at].dep == "det":
                found.update(other for other in self.tokens[at].children if self._is_negator(other))
        return tuple(sorted(found))

    def _is_negator(self, at: int) -> bool:
        """``hardly any``, ``not all``, ``never has``"""
        return self.tokens[at].dep == "neg" or self.tokens[at].lower in ("hardly", "scarcely")

    @cached_property
    def nearby(self) -> str:
        """The words of the content that come before the predicate's complements of other clauses, and a
        few before the content, in lower case, with a space before and after each."""
        if not self.inside:
            return " "
        first = min(self.inside)
        start = max(self.parsed.sentence_of(first).start, first - _BEFORE)
        if first and self.tokens[first - 1].lower == "that":
            start = first  # what stands before "that" is another clause
        return _spaced(
            self.tokens[at].lower
            for at in sorted({*range(start, first), *self.inside})
            if at not in self._other
        )

    @cached_property
    def _other(self) -> frozenset[int]:
        """Tokens of clauses below the predicate that are not its to answer for."""
        clauses = [child.i for child in self.children if child.dep in ("relcl", "ccomp", "conj", "parataxis")]
        return frozenset(at for clause in clauses for at in self.parsed.subtree(clause))

    @property
    def complements(self) -> str:
        """The lemmas of its complements and of what modifies them, with a space before and after each."""
        return _spaced(
            self.tokens[at].lemma.lower()
            for child in self.children
            if child.dep in ("acomp", "attr", "oprd")
            for at in self.parsed.subtree(child.i)
        )

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
    def points_back(self) -> bool:
        """Is its subject a pronoun or a noun that stands for a proposition, or called "so-called"?"""
        subjects = [child for child in self.children if child.dep in _SUBJECTS]
        if any("so-called" in self._between(one.left, one.i).replace(" ", "") for one in subjects):
            return True
        told = listed("modality", "denial", "told")
        return any(
            one.lemma.lower() in ("it", "this", "that") or one.lemma.lower() in told for one in subjects
        )

    @property
    def subject_lemmas(self) -> frozenset[str]:
        """The heads of its subjects."""
        return frozenset(child.lemma.lower() for child in self.children if child.dep in _SUBJECTS)

    @property
    def is_impersonal(self) -> bool:
        """Is its subject "it", "this", "that" or a clause?"""
        return any(
            child.dep in ("csubj", "csubjpass")
            or (child.dep in _SUBJECTS and child.lower in ("it", "this", "that"))
            for child in self.children
        )

    @property
    def is_existential(self) -> bool:
        """Is its subject an empty "there"?"""
        return any(child.dep == "expl" for child in self.children)

    def _between(self, start: int, end: int) -> str:
        return " ".join(self.tokens[at].lower for at in range(start, end))

    @property
    def invites(self) -> bool:
        """``let us``, ``let's``: is what it lets the speaker's own doing?"""
        let = self.parsed.child(self.head, "ccomp", "xcomp")
        ours = {"us", "'s", "’s"}
        below = self.tokens[let].children if let is not None else ()
        return any(self.tokens[at].lower in ours for at in (*below, *self.tokens[self.head].children))

    @property
    def has_infinitive(self) -> bool:
        """Does a "to" infinitive depend on it?"""
        return any(self._is_infinitive(child) for child in self.children)

    @property
    def leads_to_infinitive(self) -> bool:
        """Does the infinitive follow at once: "have to go", not "have power to go"?"""
        return any(self._is_infinitive(child) and child.left <= self.head + 2 for child in self.children)

    @property
    def complement_has_infinitive(self) -> bool:
        """Does a "to" infinitive depend on it or on its complement?"""
        below = (self.tokens[at] for child in self.children for at in child.children)
        return self.has_infinitive or any(self._is_infinitive(token) for token in below)

    def _is_infinitive(self, token: Token) -> bool:
        return token.dep in _INFINITIVE and any(self.tokens[at].tag == "TO" for at in token.children)

    @property
    def complement_lemmas(self) -> frozenset[str]:
        """The heads of its complements."""
        return frozenset(child.lemma.lower() for child in self.children if child.dep in _COMPLEMENTS)

    @property
    def complement_in_quotes(self) -> bool:
        """Is the complement one word or two, no name, between quotation marks?"""
        return any(
            self._is_quoted(child) for child in self.children if child.dep in ("acomp", "oprd", "attr")
        )

    def _is_quoted(self, child: Token) -> bool:
        inside = [self.tokens[at] for at in range(child.left, child.right)]
        words = [one for one in inside if one.text[0] not in _QUOTES and one.dep != "det"]
        if not words or len(words) > 2 or words[-1].i + 1 >= len(self.tokens) or not words[0].i:
            return False
        around = self.tokens[words[0].i - 1].text[0], self.tokens[words[-1].i + 1].text[0]
        return set(around) <= _QUOTES and child.pos != "PROPN"

    @property
    def ends_with_question_mark(self) -> bool:
        """Does its sentence end so?"""
        sentence = self.parsed.sentence_of(self.head)
        return self.tokens[sentence.end - 1].text == "?"

    def modal(self, allowed: Collection[str]) -> str | None:
        """The modal verb on the predicate, its own or shared with a verb before it, if it is one of those."""
        own = [child.lower for child in self.children if child.dep == "aux"]
        token = self.tokens[self.head]
        if not own and token.dep == "conj" and token.tag == "VB":
            own = [
                self.tokens[at].lower
                for at in self.tokens[token.head].children
                if self.tokens[at].dep == "aux"
            ]
        return next((one for one in own if one in allowed), None)


def predicate_of(parsed: ParsedDocument, content: Spans, head: int | None = None) -> Predicate | None:
    """The predicate of some content: ``head``, or the topmost verb in it, or its topmost word."""
    inside = frozenset(at for span in content for at in parsed.tokens_in(span))
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
        if not verbs:
            relative = parsed.child(head, "relcl", "acl")
            head = relative if relative in inside and relative is not None else head
    return Predicate(parsed, head, inside)


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "
