"""Whom an actor acts for: its country, or an organisation of no country."""

import re
from functools import cache
from typing import Literal

from sayso.extract.event.actor import Cast, noun_phrase
from sayso.lexicons import lexicon
from sayso.records import Span

#: Acts within one country when the sentence names just one and no person: "police", "rebels", "the union".
_OWN = ("", "organisation", "group")

Sector = Literal["IGO", "NGO"]


def country_of(cast: Cast, index: int | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country an actor is, is named after, or alone can belong to."""
    if index is None:
        return None
    named = named_country(cast, index)
    if named is not None or sector_of(cast, index) is not None:
        return named
    inside = cast.mentions_in(noun_phrase(cast.parsed, index))
    return None if any(one.type not in _OWN for one in inside) else _only_country(cast, index)


def named_country(cast: Cast, index: int | None) -> str | None:
    """The country an actor is, or is named after in its own phrase ("the Peruvian army")."""
    if index is None:
        return None
    own = cast.country_at(index)
    if own is not None or sector_of(cast, index) is not None:
        return own
    inside = cast.mentions_in(noun_phrase(cast.parsed, index))
    return next((found for one in inside if (found := cast.country(one.entity or ""))), None)


def home_of(cast: Cast, index: int | None, entity: str | None) -> str | None:
    """The country of an entity, else the one that stands before the actor's head or after "of" ("Peruvian
    farmers", "the ambassador of Peru"); of a person its own only."""
    own = cast.country(entity) if entity else None
    if own is not None or index is None or cast.is_person(entity) or sector_of(cast, index) is not None:
        return own
    tokens, end = cast.parsed.tokens, cast.parsed.tokens[index].end
    for mention in cast.mentions_in(noun_phrase(cast.parsed, index)):
        country = cast.country(mention.entity or "")
        inside = cast.parsed.tokens_in(Span(mention.start, mention.end))
        of = any(tokens[tokens[at].head].lower == "of" for at in inside)
        if country is not None and (mention.start < end or of):
            return country
    return None


def sector_of(cast: Cast, index: int | None) -> Sector | None:
    """ "IGO" or "NGO" where the actor's phrase names such an organisation up to its head."""
    if index is None:
        return None
    start = noun_phrase(cast.parsed, index).start
    phrase = cast.parsed.words(Span(start, cast.parsed.tokens[index].end))
    between, citizens = _international()
    plain = " ".join(phrase.replace(".", "").replace("-", " ").split())
    if between.search(plain):
        return "IGO"
    return "NGO" if citizens.search(plain) else None


def _only_country(cast: Cast, index: int) -> str | None:
    """The country of all names of the actor's sentence, if it is one."""
    sentence = cast.parsed.sentence_of(index)
    around = cast.mentions_in(cast.parsed.span(sentence.start, sentence.end))
    found = {code for one in around if (code := cast.country(one.entity or ""))}
    return found.pop() if len(found) == 1 else None


@cache
def _international() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Abbreviations in capitals, names in any case of their first letters."""
    words = lexicon("international")

    def pattern(names: list[str]) -> re.Pattern[str]:
        forms = [
            one.upper() if len(one) < 7 and " " not in one else one.replace("-", " ").title() for one in names
        ]
        spelled = [
            re.escape(one).replace(r"\ Of\ ", r"\ [Oo]f\ ").replace(r"\ And\ ", r"\ and\ ") for one in forms
        ]
        return re.compile(r"\b(?:" + "|".join(sorted(spelled, key=len, reverse=True)) + r")\b")

    return pattern(words["between_states"]), pattern(words["of_citizens"])
