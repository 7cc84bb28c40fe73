"""What a name is the name of: by its head word, its surroundings, libraries and the recogniser."""

import re
from functools import cache

import msgspec

from sayso.extract.entity.naming import Draft, Ref
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import capital_of, cities, known
from sayso.records.entity import EntityType

_RECOGNISED = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility",
    "NORP": "group", "EVENT": "event", "WORK_OF_ART": "document", "LAW": "document", "PRODUCT": "other",
}  # fmt: skip
_KINDS = ("organisation", "facility", "place", "event", "document", "other", "country")
_WHERE = {"in", "at", "near", "from", "to", "into", "around", "outside", "inside", "across", "throughout"}
_COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
_DWELLING = {
    "people",
    "residents",
    "inhabitants",
    "mayor",
    "streets",
    "capital",
    "outskirts",
    "coast",
    "citizens",
}
#: What the recogniser's say counts for in all, however often it says it.
_RECOGNISER = 1.5
#: Types that the recogniser rather guesses.
_GUESSED = {"facility", "document", "other", "event"}
_LINK = re.compile(r"\s(?:of|for|on)\s")


@cache
def _heads() -> dict[str, str]:
    heads = lexicon("names")["heads"]
    return {word: kind for kind in reversed(_KINDS) for word in heads[kind]}


@cache
def _first_words() -> dict[str, EntityType]:
    """Kinds that stand before the name ("Lake Foo", "Pier Nine")."""
    heads = lexicon("names")["heads"]
    places: dict[str, EntityType] = dict.fromkeys(heads["first_place"], "place")
    facilities: dict[str, EntityType] = dict.fromkeys(heads["first_facility"], "facility")
    return places | facilities


def word_kind(word: str) -> str | None:
    """The type of thing that a word in small letters is a kind of ("ministry", "river"), else null."""
    return _heads().get(word)


@cache
def head_kind(text: str) -> tuple[EntityType | None, float]:
    """The type that the phrase's head word gives it, and how surely; null where it says nothing."""
    words = _LINK.split(text.strip())[0].lower().split()
    if len(words) == 1 and not _LINK.search(text):
        return None, 0.0
    fore = _first_words().get(words[0]) if words else None
    kind = (_heads().get(words[-1]) or _heads().get(text.lower().split()[-1])) if words else None
    if not (kind or fore):
        return None, 0.0
    known: EntityType = msgspec.convert(kind or fore, EntityType)
    return known, 5.0


def context_votes(draft: Draft, ref: Ref, start: int, end: int) -> None:
    """Add what recogniser, gazetteer and neighbours say of the name at these tokens."""
    tokens = draft.parsed.tokens
    label = _RECOGNISED.get(tokens[end - 1].entity)
    if label and tokens[start].entity:
        draft.vote(ref, f"recogniser {label}", 1.0)
    at = start - 1
    if at > 0 and tokens[at].lower == "the":
        at -= 1
    owner = end < len(tokens) and tokens[end].tag == "POS"
    if at >= 0 and not owner and tokens[at].sentence == tokens[start].sentence and tokens[at].lower in _WHERE:
        draft.vote(ref, "place", 1.5 if tokens[at].lower in ("in", "near") else 0.5)
    if end + 1 < len(tokens) and tokens[end].text == "," and (end + 1, end + 2) in draft.sightings:
        after = draft.sightings[end + 1, end + 2].ref
        land = after[0] == "country" or after[-1] in draft.lands
        draft.vote(ref, "place", 2.0 if land and tokens[end + 1].pos == "PROPN" else 0.0)
    _neighbour_votes(draft, ref, start, end)
    if end - start > 1 and tokens[start].lower in _COMPASS:
        draft.vote(ref, "place", 2.0)
    if end - start == 1 and tokens[start].text.isupper() and 2 <= len(tokens[start].text) <= 7:
        draft.vote(ref, "organisation", 3.0)
    _role_votes(draft, ref, end - 1)
    head = tokens[end - 1]
    beside = draft.text(head.head, head.head + 1) if head.dep == "conj" else ""
    if beside and (((found := known(beside)) and found.use == "name") or capital_of(beside)):
        draft.vote(ref, "place", 1.6)


def _neighbour_votes(draft: Draft, ref: Ref, start: int, end: int) -> None:
    """ "The village of Foo", "people of Foo", "FOO —" at the beginning: places; "By Ann Smith": a person."""
    tokens = draft.parsed.tokens
    before = tokens[start - 1].lower if start else ""
    if before == "of" and start > 1:
        kind = tokens[start - 2].lower
        towns = lexicon("names")["heads"]["towns"]
        draft.vote(ref, "place", 3.0 if kind in towns else 2.0 if kind in _DWELLING else 0.0)
    opening = draft.parsed.sentence_of(start).start == start
    if (
        opening
        and end < len(tokens)
        and tokens[start].text.isupper()
        and tokens[end].text in ("—", "–", "-", "--")
    ):
        draft.vote(ref, "place", 3.0)
    if before == "by" and tokens[start - 1].text[0].isupper() and end - start in (2, 3):
        draft.vote(ref, "person", 2.0)


def _role_votes(draft: Draft, ref: Ref, head: int) -> None:
    """A subject of "said", something that "who" or "a lawyer" is said of, is rather a person."""
    tokens, token = draft.parsed.tokens, draft.parsed.tokens[head]
    if token.dep == "nsubj" and tokens[token.head].lemma in lexicon("names")["person"]["speaking"]:
        draft.vote(ref, "person", 1.0)
    for at in token.children:
        child = tokens[at]
        if child.dep == "appos" and child.lower in lexicon("names")["person"]["titles"]:
            draft.vote(ref, "person", 3.0)
        if child.dep == "relcl" and any(tokens[i].lower == "who" for i in child.children):
            draft.vote(ref, "person", 1.5)


def gazetteer_votes(draft: Draft, ref: Ref, name: str) -> None:
    """Add what the list of towns says of a name, once a document."""
    towns = cities(name)
    if towns and not (name.isupper() and " " not in name):
        own = any(town.name == name for town in towns)
        draft.vote(ref, "town", 3.0 if capital_of(name) or " " in name else 2.0 if own else 0.4)


def decide(votes: dict[str, float], words: int) -> EntityType:
    """The type with most votes; a phrase nobody speaks for is a thing of another kind."""
    ballots: dict[str, float] = {}
    recognised = sum(weight for kind, weight in votes.items() if kind.startswith("recogniser "))
    for kind, weight in votes.items():
        choice = kind.removeprefix("recogniser ").replace("town", "place")
        share = weight
        if kind.startswith("recogniser "):
            share = _RECOGNISER * weight / recognised * (0.5 if choice in _GUESSED else 1.0)
        if kind not in ("feminine", "masculine", "statehood"):
            ballots[choice] = ballots.get(choice, 0.0) + share
    if max(ballots.values(), default=0.0) < 0.5:
        return "other"
    order = ("person", "place", "organisation", "group", "event", "document", "facility", "country", "other")
    if votes.get("statehood") and ballots.get("place", 0.0) >= max(ballots.values()):
        return "country"
    best = max(order, key=lambda kind: (ballots.get(kind, 0.0), -order.index(kind)))
    known: EntityType = msgspec.convert(best, EntityType)
    return known
