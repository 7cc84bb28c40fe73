"""Countries and peoples by name, adjective and plural, large or small letters."""

from typing import NamedTuple

from sayso.extract.entity.naming import Draft, Ref
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import Known, openings, phrases
from sayso.parse import Token

_DASHES = {"–": "-", "—": "-"}


class Hit(NamedTuple):
    """Tokens that a library knows as the word of a country or people."""

    start: int
    end: int
    known: Known

    @property
    def base(self) -> str:
        """The key of its people: a country's code or name, or the people's name."""
        return self.known.key

    @property
    def adjectival(self) -> bool:
        """Can it stand before a noun as "Ruritanian" does?"""
        return self.known.use != "plural"


def ref_of(known: Known) -> Ref:
    """The ref of a word by itself: adjectives mean the country, plurals and religions the people."""
    if known.what == "country" and known.use != "plural":
        return ("country", known.key)
    return ("group", known.key)


def find_known_words(draft: Draft) -> dict[int, Hit]:
    """Every such word, longest first, by the token it starts at."""
    tokens = draft.parsed.tokens
    longest = openings()
    hits: dict[int, Hit] = {}
    i = 0
    while i < len(tokens):
        lower = tokens[i].lower
        span = longest.get(lower) or (longest.get(lower + ".") if lower == "u.s" else None)
        hit = _hit_at(tokens, i, span) if span else None
        if hit is None:
            i += 1
            continue
        hits[hit.start] = hit
        draft.see(hit.start, hit.end, ref_of(_as_used(tokens, hit)))
        i = hit.end
    return hits


def _hit_at(tokens: tuple[Token, ...], i: int, longest: int) -> Hit | None:
    table = phrases()
    piece = tuple(_DASHES.get(t.lower, t.lower.replace("’", "'")) for t in tokens[i : i + longest])
    for size in range(len(piece), 0, -1):
        found = table.get(piece[:size]) or (table.get((piece[0] + ".",)) if size == 1 else None)
        if found and _plausible(tokens[i : i + size]):
            return Hit(i, i + size, found)
    return None


def _plausible(words: tuple[Token, ...]) -> bool:
    """Are these letters meant as the name ("US", not "us"; "Turkey", not "turkey")?"""
    first = words[0]
    if words[0].sentence != words[-1].sentence:
        return False
    if len(first.text) <= 3 and len(words) == 1:
        return first.text.isupper()
    if first.text[0].isupper():
        return True
    return " ".join(word.lower for word in words) not in lexicon("names")["ambiguous"]["small"]


def _as_used(tokens: tuple[Token, ...], hit: Hit) -> Known:
    """ "The Swiss", "an American", "Croats": a people rather than the country, by the word's place."""
    known = hit.known
    if known.use != "adjective" or hit.end - hit.start > 2:
        return known
    word = tokens[hit.end - 1]
    if word.tag in ("NNS", "NNPS") and not word.text.endswith("ese"):
        return known._replace(use="plural")
    return known
