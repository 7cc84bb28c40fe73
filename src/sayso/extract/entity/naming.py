"""What is found about the names of one document, finished and in the making."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from sayso.parse import ParsedDocument
from sayso.records import Mention, Referent, Span

#: What a sighting stands for, before referents are made: ("country", "CY"), ("group", "Jews", ...),
#: ("government", "CY"), ("name", "acme mining")...
Ref = tuple[str, ...]
_CLEAN = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Naming:
    """The mentions of a document and their referents.

    ``speakers`` leads from the name of each segment speaker, author and outlet to its referent's id,
    ``sexes`` from the referent ids of persons to "feminine" or "masculine" where a title tells.
    """

    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()
    speakers: dict[str, str] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Referent]:
        """The referents by their ids."""
        return {referent.id: referent for referent in self.referents}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _longest(self) -> int:
        return max((mention.end - mention.start for mention in self.mentions), default=0)

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that share a character with the span, in order of start, the longest first."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention.end > span.start]


class Sighting(NamedTuple):
    """Tokens ``start`` to ``end`` (excluded) naming ``ref``; ``proper`` where the words are its name."""

    start: int
    end: int
    ref: Ref
    proper: bool = True


class Joined(NamedTuple):
    """Two refs that stand for the same thing, and why in one sentence ({0} and {1} for their names)."""

    one: Ref
    other: Ref
    why: str


@dataclass
class Draft:
    """Sightings of a document, what speaks for each type of a ref, and which refs are one."""

    parsed: ParsedDocument
    sightings: dict[tuple[int, int], Sighting] = field(default_factory=dict)
    votes: dict[Ref, dict[str, float]] = field(default_factory=dict)
    same: list[Joined] = field(default_factory=list)
    #: Refs read as another by metonymy.
    stands_for: dict[Ref, Ref] = field(default_factory=dict)
    #: Lands that only the document knows, by key.
    lands: dict[str, str] = field(default_factory=dict)
    #: What to call refs that the text itself does not name.
    called: dict[Ref, str] = field(default_factory=dict)

    @cached_property
    def small(self) -> Counter[str]:
        """How often each word stands in small letters."""
        return Counter(token.text for token in self.parsed.tokens if token.text.islower())

    @cached_property
    def large(self) -> Counter[str]:
        """How often each word stands with a capital, in small letters."""
        return Counter(token.lower for token in self.parsed.tokens if token.text[:1].isupper())

    def see(self, start: int, end: int, ref: Ref, proper: bool = True) -> None:
        """Add a sighting, unless these very tokens already have one."""
        self.sightings.setdefault((start, end), Sighting(start, end, ref, proper))

    def vote(self, ref: Ref, kind: str, weight: float) -> None:
        """Something speaks for the ref being of that kind."""
        votes = self.votes.setdefault(ref, {})
        votes[kind] = votes.get(kind, 0.0) + weight

    def join(self, one: Ref, other: Ref, why: str) -> None:
        """Both refs stand for the same thing; ``why`` is a sentence with {0} and {1} for their names."""
        self.same.append(Joined(one, other, why))

    def leaders(self) -> dict[Ref, Ref]:
        """For every ref that was joined to another the one that leads its cluster (countries and groups
        before names, then the first in order)."""
        parent: dict[Ref, Ref] = {}

        def find(ref: Ref) -> Ref:
            while parent.get(ref, ref) != ref:
                ref = parent[ref]
            return ref

        for one, other, _ in self.same:
            low, high = sorted((find(one), find(other)), key=lambda ref: (ref[0] == "name", ref))
            if low != high:
                parent[high] = low
        return {ref: find(ref) for pair in self.same for ref in (pair.one, pair.other)}

    def ballots(self, leaders: dict[Ref, Ref]) -> dict[Ref, dict[str, float]]:
        """The votes of every cluster, by its leader."""
        found: dict[Ref, dict[str, float]] = {}
        for ref, votes in self.votes.items():
            cluster = found.setdefault(leaders.get(ref, ref), {})
            for kind, weight in votes.items():
                cluster[kind] = cluster.get(kind, 0.0) + weight
        return found

    def text(self, start: int, end: int) -> str:
        """The words of the tokens, white space made single."""
        return " ".join(self.parsed.words(self.parsed.span(start, end)).split())


@cache
def key_of(name: str) -> str:
    """The name in plain lower-case letters and digits, without article and possessive ending."""
    from anyascii import anyascii

    plain = anyascii(name.replace("’", "'").replace("‘", "'")).lower()
    plain = re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", plain.replace(".", ""))
    words = _CLEAN.sub(" ", plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)
