"""Who is meant by the words of an actor."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.entity import Naming, resolve_source
from sayso.parse import ParsedDocument
from sayso.records import Mention, Party, Referent, Span

_WHERE = frozenset({"in", "at", "near", "outside", "inside"})
_ACTING = ("country", "organisation", "group", "person")


@dataclass(frozen=True)
class Cast:
    """The document's names, ready to be looked up by place."""

    parsed: ParsedDocument
    naming: Naming

    @cached_property
    def _mentions(self) -> list[Mention]:
        return sorted(self.naming.mentions, key=lambda mention: (mention.start, -mention.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self._mentions]

    @cached_property
    def _referents(self) -> dict[str, Referent]:
        return {referent.id: referent for referent in self.naming.referents}

    def party(self, index: int | None) -> Party | None:
        """The actor a token heads: the name there, else the first name in its phrase, else its words."""
        if index is None:
            return None
        token = self.parsed.tokens[index]
        phrase = noun_phrase(self.parsed, index)
        inside = self.mentions_in(phrase)
        at_head = [one for one in inside if one.start <= token.start and token.end <= one.end]
        acting = [one for one in inside if one.type in _ACTING]
        for mention in (*sorted(at_head, key=lambda one: one.start - one.end), *acting, *inside):
            return self._named(mention)
        entity, name = resolve_source(self.parsed, self.naming, (phrase,))
        return Party(entity=entity, name=" ".join(name.split()))

    def country_at(self, index: int) -> str | None:
        """The country of the name that a token heads, null where no name stands there."""
        party = self.party(index)
        return self.country(party.entity) if party and party.entity else None

    def country(self, entity: str) -> str | None:
        """The country of a referent, as ISO 3166-1 alpha-2."""
        referent = self._referents.get(entity)
        return referent.country if referent else None

    def meant(self, mention: Mention) -> str | None:
        """The referent a mention stands for, a capital's for its government's."""
        return self._named(mention).entity

    def is_person(self, entity: str | None) -> bool:
        """Is the referent a person?"""
        referent = self._referents.get(entity or "")
        return referent is not None and referent.type == "person"

    def _named(self, mention: Mention) -> Party:
        referent = self._referents.get(mention.entity or "")
        meant = self._referents.get(referent.stands_for or "", referent) if referent else None
        return Party(entity=meant.id if meant else mention.entity, name=meant.name if meant else mention.text)

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names inside a span, in order of text."""
        first = bisect_left(self._starts, span.start)
        found = []
        for mention in self._mentions[first:]:
            if mention.start >= span.end:
                break
            if mention.end <= span.end:
                found.append(mention)
        return found

    def place(self, span: Span) -> Mention | None:
        """The first name in a span that stands after a preposition of place."""
        tokens = self.parsed.tokens
        for mention in self.mentions_in(span):
            for at in self.parsed.tokens_in(Span(mention.start, mention.end)):
                led = tokens[at].dep == "pobj" and tokens[tokens[at].head].lower in _WHERE
                if led and mention.type in ("place", "country", "facility"):
                    return mention
        return None


def noun_phrase(parsed: ParsedDocument, index: int) -> Span:
    """The words of a noun phrase, without the clauses and conjuncts that hang on it."""
    tokens = parsed.tokens
    found, waiting = [index], [index]
    while waiting:
        for at in tokens[waiting.pop()].children:
            apart = ("relcl", "acl", "conj", "cc", "appos", "punct", "advcl", "parataxis")
            if tokens[at].dep not in apart:
                found.append(at)
                waiting.append(at)
    first, last = min(found), max(found)
    return parsed.span(first, last + 1)
