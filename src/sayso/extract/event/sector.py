"""What part of a society an actor belongs to: government, army, rebels, press and so on."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.extract.event.actor import Cast, noun_phrase
from sayso.extract.event.affiliation import sector_of as body_of
from sayso.lexicons import lexicon
from sayso.parse import ParsedDocument, Token
from sayso.records import Party, Span

#: The longest phrase of the lexicon, in words.
_LONGEST = 3
#: After these the name tells only whose the head is ("the ambassador of Peru").
_BELONGING = ("of",)
_BODIES = ("organisation", "group", "other", "facility")


@dataclass(frozen=True)
class Sectors:
    """The sectors of a document's actors. What a person is stands where the name first falls with a title."""

    cast: Cast

    def of(self, index: int | None, party: Party | None) -> str | None:
        """The sector of the actor a token heads ("GOV"), null where no word tells."""
        if index is None or party is None:
            return None
        parsed, index = self.cast.parsed, self._named(index, party)
        body = body_of(self.cast, index)
        if body is not None:
            return body
        return _of_phrase(parsed, index) or _of_name(party.name) or self._of_titles(party)

    def _named(self, index: int, party: Party) -> int:
        """The token that heads the party's name, where it stands after a preposition ("embassy in Lima")."""
        tokens, phrase = self.cast.parsed.tokens, noun_phrase(self.cast.parsed, index)
        for mention in self.cast.mentions_in(phrase):
            inside = self.cast.parsed.tokens_in(Span(mention.start, mention.end))
            if (
                party.entity not in (mention.entity, self.cast.meant(mention))
                or not inside
                or index in inside
            ):
                continue
            at = inside[-1]
            while at != index and tokens[at].head != at:
                if tokens[at].dep == "pobj" and tokens[tokens[at].head].lower not in _BELONGING:
                    return at
                at = tokens[at].head
        return index

    def _of_titles(self, party: Party) -> str | None:
        """The sector that most mentions of the same person or body tell by their words."""
        found = Counter(self._told.get(party.entity or "", ()))
        return min(found, key=lambda sector: (-found[sector], sector)) if found else None

    @cached_property
    def _told(self) -> dict[str, list[str]]:
        """Referent to the sectors that the words of its mentions tell."""
        found: dict[str, list[str]] = {}
        for mention in self.cast.naming.mentions:
            indices = self.cast.parsed.tokens_in(Span(mention.start, mention.end))
            if mention.entity and indices and mention.type in ("person", *_BODIES):
                first = max(self.cast.parsed.sentence_of(indices[0]).start, indices[0] - _LONGEST)
                lead = _title_before(self.cast.parsed, first, indices[0])
                sector = _sector(_plain(self.cast.parsed, [*lead, *indices]))
                if sector is not None:
                    found.setdefault(mention.entity, []).append(sector)
        return found


def _title_before(parsed: ParsedDocument, first: int, start: int) -> list[int]:
    """The words of a title that hang on the name after it ("army chief Ann Smith")."""
    return [
        at
        for at in range(first, start)
        if parsed.tokens[at].head >= start and parsed.tokens[at].dep == "compound"
    ]


def _of_phrase(parsed: ParsedDocument, index: int) -> str | None:
    """By the words up to the head; by what follows "of" where the head tells nothing itself."""
    start = noun_phrase(parsed, index).start
    first = next(iter(parsed.tokens_in(Span(start, parsed.tokens[index].end))), index)
    words = _plain(parsed, range(first, index + 1))
    if parsed.tokens[index].lemma.lower() in carriers():
        return _sector(words[:-1]) or _under_of(parsed, index) or _sector(words)
    return _sector(words) or _sector_of_apposition(parsed, index)


def _under_of(parsed: ParsedDocument, index: int) -> str | None:
    for at in parsed.tokens[index].children:
        if parsed.tokens[at].lower in ("of", "from", "for"):
            inner = parsed.child(at, "pobj")
            if inner is not None:
                return _of_phrase(parsed, inner)
    return None


def _sector_of_apposition(parsed: ParsedDocument, index: int) -> str | None:
    """ "Ann Smith, the army's spokeswoman" """
    inner = parsed.child(index, "appos")
    return None if inner is None else _of_phrase(parsed, inner)


def _of_name(name: str) -> str | None:
    """By the words of a body's own name ("Government of Peru", "Lima University")."""
    words = [word.lower().strip(".,'’") for word in name.split()]
    return _sector([word for word in words if word not in ambiguous()])


def _plain(parsed: ParsedDocument, indices: range | list[int]) -> list[str]:
    """Lemmas, without the words that say too little in a name."""
    tokens = [parsed.tokens[at] for at in indices if parsed.tokens[at].text[:1].isalnum()]
    return ["" if _says_little(one) else one.lemma.lower() for one in tokens]


def _says_little(token: Token) -> bool:
    """Is it no word for an actor where it stands ("Liberal Union", "a general strike")?"""
    if token.pos == "ADJ":
        return token.lower in lexicon("sectors")["ambiguous"]["adjectives"]
    return token.pos == "PROPN" and token.lower in ambiguous()


@cache
def ambiguous() -> frozenset[str]:
    """Words that tell a sector only outside of names."""
    return frozenset(lexicon("sectors")["ambiguous"]["words"])


@cache
def carriers() -> frozenset[str]:
    """Heads that tell a sector only by what stands beside them."""
    return frozenset(lexicon("sectors")["carriers"]["words"])


@cache
def _index() -> dict[str, str]:
    return {word: code for code, words in reversed(lexicon("sectors")["sectors"].items()) for word in words}


def _sector(words: list[str]) -> str | None:
    """The sector of the last and longest phrase of the words that names one."""
    for end in range(len(words), 0, -1):
        for length in range(min(_LONGEST, end), 0, -1):
            phrase = " ".join(words[end - length : end])
            found = _index().get(phrase) or _index().get(phrase.removesuffix("s"))
            if found is not None:
                return found
    return None
