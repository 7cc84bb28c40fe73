"""A clause as grammar gives it: its verb, who acts, who is acted on, and what goes with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.parse import ParsedDocument, Token
from sayso.records import Span

#: Dependents that are clauses or asides of their own.
_APART = frozenset(
    {"advcl", "relcl", "ccomp", "parataxis", "punct", "cc", "mark", "preconj", "appos", "csubj"}
)
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_NECESSARY = frozenset({"must", "should", "ought"})
_UNREAL = frozenset({"if", "unless", "whether", "lest"})
#: What is issued by somebody who speaks in it ("issued a statement demanding").
_UTTERANCES = frozenset(
    {"declaration", "statement", "letter", "resolution", "report", "message", "communique", "note", "appeal"}
)
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp"})


@dataclass(frozen=True)
class Clause:
    """The clause whose verb is token ``head``."""

    parsed: ParsedDocument
    head: int

    @property
    def verb(self) -> Token:
        """The verb's token."""
        return self.parsed.tokens[self.head]

    @cached_property
    def children(self) -> tuple[Token, ...]:
        """What hangs directly on the verb."""
        return tuple(self.parsed.tokens[at] for at in self.verb.children)

    @cached_property
    def helpers(self) -> frozenset[str]:
        """Auxiliaries, in lower case."""
        return frozenset(child.lower for child in self.children if child.dep in ("aux", "auxpass"))

    @property
    def governor(self) -> Token | None:
        """The verb or noun this clause hangs on, null for a main clause."""
        return None if self.verb.head == self.head else self.parsed.tokens[self.verb.head]

    @property
    def passive(self) -> bool:
        """Is the grammatical subject the one acted on?"""
        if any(child.dep in ("auxpass", "nsubjpass", "agent") for child in self.children):
            return True
        return self.verb.dep in ("acl", "relcl") and self.verb.tag == "VBN" and not self.helpers

    @property
    def negated(self) -> bool:
        """Does the clause deny its verb?"""
        return any(child.dep == "neg" for child in self.children)

    @property
    def future(self) -> bool:
        """Is it announced rather than done?"""
        return not self.helpers.isdisjoint(_FUTURE)

    @property
    def necessary(self) -> bool:
        """Is it said that it must be done?"""
        return not self.helpers.isdisjoint(_NECESSARY)

    @property
    def unreal(self) -> bool:
        """Is it a condition, a question, or something that only may be?"""
        if any(child.dep == "mark" and child.lower in _UNREAL for child in self.children):
            return True
        if not self.helpers.isdisjoint({"may", "might", "could"}):
            return True
        last = self.parsed.tokens[self.parsed.sentence_of(self.head).end - 1]
        return last.text == "?"

    @cached_property
    def subject(self) -> int | None:
        """The one who does (or, in the passive, undergoes) it, found through coordination and complements."""
        own = self.parsed.child(self.head, "nsubj", "nsubjpass")
        governor, dep = self.governor, self.verb.dep
        if own is not None:
            return self._antecedent(own)
        if governor is None:
            return None
        if dep == "acl" and governor.lemma.lower() in _UTTERANCES and governor.dep == "dobj":
            return Clause(self.parsed, governor.head).subject
        if dep in ("acl", "relcl"):
            return governor.i if governor.pos in ("NOUN", "PROPN", "PRON") else None
        if dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"):
            above = governor.i if governor.pos in ("VERB", "AUX") else governor.head
            if self.parsed.tokens[above].pos in ("VERB", "AUX") and above != self.head:
                return self._inherited(Clause(self.parsed, above))
        return None

    def _inherited(self, above: "Clause") -> int | None:
        """The subject of the clause above; its object where that is who is told or made to act."""
        if self.verb.dep == "xcomp" and "to" in self.helpers:
            told = self.parsed.child(above.head, "dobj")
            if told is not None and not above.passive:
                return told
        return (
            above.agent if above.passive and not self.passive and self.verb.dep != "conj" else above.subject
        )

    def _antecedent(self, index: int) -> int:
        """What a relative pronoun stands for, or a pronoun for the speaker ("B said it would leave")."""
        token, above = self.parsed.tokens[index], self.governor
        if above is None or token.pos not in ("PRON", "DET"):
            return index
        if token.lower in ("who", "which", "that") and self.verb.dep == "relcl":
            return above.i
        if token.lower in ("it", "they", "he", "she") and self.verb.dep == "ccomp" and above.pos == "VERB":
            speaker = Clause(self.parsed, above.i).subject
            return index if speaker is None else speaker
        return index

    @cached_property
    def agent(self) -> int | None:
        """Who did it according to a "by" phrase."""
        by = self.parsed.child(self.head, "agent")
        return None if by is None else self.parsed.child(by, "pobj")

    @cached_property
    def objects(self) -> tuple[int, ...]:
        """Direct and indirect objects, the indirect first."""
        order = {"dative": 0, "dobj": 1, "oprd": 2, "attr": 3}
        found = sorted(
            (order[child.dep], child.i)
            for child in self.children
            if child.dep in order and child.pos != "ADP"
        )
        return tuple(at for _, at in found)

    @cached_property
    def obliques(self) -> tuple[tuple[str, int], ...]:
        """(preposition, its object), those of the verb before those of its objects."""
        holders = [self.head, *self.objects, *self._joined_objects]
        holders += [child.i for child in self.children if child.dep in ("prt", "advmod", "acomp")]
        found = []
        for holder in holders:
            for at in self.parsed.tokens[holder].children:
                token = self.parsed.tokens[at]
                if token.dep in ("prep", "dative") and token.pos in ("ADP", "SCONJ"):
                    found += [(token.lower, child) for child in token.children if self._is_noun(child)]
        return tuple(found)

    @property
    def _joined_objects(self) -> Iterator[int]:
        """The last of joined objects ("fired rockets and shells at B")."""
        for at in self.objects:
            last = at
            while (further := self.parsed.child(last, "conj")) is not None:
                last = further
            if last != at:
                yield last

    def _is_noun(self, index: int) -> bool:
        return self.parsed.tokens[index].dep in ("pobj", "pcomp")

    @cached_property
    def company(self) -> frozenset[str]:
        """Lemmas that may decide what the verb means: objects and what is joined to them, prepositional
        objects, particles, complements and purposes; "+" or "-": with or without a direct object."""
        tokens = self.parsed.tokens
        alone = "+" if self.passive or any(child.dep == "dobj" for child in self.children) else "-"
        near = [*self.objects, *(at for _, at in self.obliques)]
        if self.subject is not None and (
            self.passive or (tokens[self.subject].pos == "NOUN" and self.verb.lemma.lower() != "receive")
        ):
            near.append(self.subject)
        near += [
            at
            for at in self.parsed.tokens[self.head].children
            if tokens[at].dep in ("prt", "acomp", "advmod")
        ]
        near += [at for at in tokens[self.head].children if tokens[at].dep in ("prep", "xcomp")]
        near += [at for at in tokens[self.head].children if self._is_purpose(at) or self._is_verdict(at)]
        wide = [
            child
            for at in near
            for child in tokens[at].children
            if tokens[child].dep in ("conj", "compound", "amod", "nmod", "quantmod", "nummod")
        ]
        heads = [
            child
            for at in self.objects
            for child in tokens[at].children
            if tokens[child].dep == "prep" and tokens[child].lower == "of"
            for child in tokens[child].children
        ]
        return frozenset((*(tokens[at].lemma.lower() for at in (*near, *wide, *heads)), alone))

    def _is_purpose(self, at: int) -> bool:
        """Is it what it is done for ("sent a team to investigate")?"""
        token = self.parsed.tokens[at]
        return token.dep == "advcl" and any(
            self.parsed.tokens[child].lower == "to" for child in token.children
        )

    def _is_verdict(self, at: int) -> bool:
        """Is it what somebody is found, called or declared to be ("found them guilty")?"""
        token = self.parsed.tokens[at]
        return token.dep == "ccomp" and token.pos == "ADJ"

    @cached_property
    def span(self) -> Span:
        """The clause without the clauses that hang on it."""
        tokens = self.parsed.tokens
        found = [self.head]
        waiting = [
            at for at in self.verb.children if tokens[at].dep not in _APART and not self._other_verb(at)
        ]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [child for child in tokens[at].children if tokens[child].dep not in _APART]
        if self.verb.dep in ("acl", "relcl") and self.subject is not None:
            found.append(self.subject)
        return self.parsed.span(min(found), max(found) + 1)

    def _other_verb(self, at: int) -> bool:
        token = self.parsed.tokens[at]
        return token.dep == "conj" and token.pos in ("VERB", "AUX")

    @property
    def complement_of(self) -> Token | None:
        """The verb whose complement this clause is ("agreed to release"), through a noun if need be."""
        governor = self.governor
        if governor is None or self.verb.dep not in (*_COMPLEMENTS, "acl"):
            return None
        if self.verb.dep == "acl" and "to" not in self.helpers:
            return None
        for _ in range(3):
            if governor.pos in ("VERB", "AUX"):
                return governor
            governor = self.parsed.tokens[governor.head]
        return None
