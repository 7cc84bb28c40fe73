"""What a name is the name of: by its head word, its surroundings, libraries and the recogniser."""

import re
from functools import cache

from sayso.extract.entity.naming import Draft, Ref
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import capital_of, cities
from sayso.records.entity import EntityType

_RECOGNISED = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "facility",
    "NORP": "group", "EVENT": "event", "WORK_OF_ART": "document", "LAW": "document", "PRODUCT": "other",
}  # fmt: skip
_KINDS = ("organisation", "facility", "place", "event", "document", "other", "country")
_WHERE = {"in", "at", "near", "from", "to", "into", "around", "outside", "inside", "across", "throughout"}
_SPEAKING = {"say", "tell", "claim", "argue", "write", "insist", "deny", "announce", "declare", "warn", "add"}
_LINK = re.compile(r"\s(?:of|for|on)\s")


@cache
def _heads() -> dict[str, str]:
    heads = lexicon("names")["heads"]
    return {word: kind for kind in reversed(_KINDS) for word in heads[kind]}


@cache
def head_kind(text: str) -> tuple[EntityType | None, float]:
    """The type that the phrase's head word gives it, and how surely; null where it says nothing."""
    words = _LINK.split(text.strip())[0].lower().split()
    if len(words) == 1 and not _LINK.search(text):
        return None, 0.0
    kind = _heads().get(words[-1]) if words else None
    return (kind, 5.0) if kind else (None, 0.0)  # type: ignore[return-value]


def context_votes(draft: Draft, ref: Ref, start: int, end: int) -> None:
    """Add what recogniser, gazetteer and neighbours say of the name at these tokens."""
    tokens = draft.parsed.tokens
    label = _RECOGNISED.get(tokens[end - 1].entity)
    if label and (start == 0 or tokens[start].entity):
        draft.vote(ref, label, 1.0)
    before = tokens[start - 1] if start and tokens[start - 1].sentence == tokens[start].sentence else None
    if before and before.lower in _WHERE:
        draft.vote(ref, "place", 1.5 if before.lower in ("in", "near") else 0.5)
    head = tokens[end - 1]
    governor = tokens[head.head]
    if head.dep == "nsubj" and governor.lemma in _SPEAKING:
        draft.vote(ref, "person", 0.5)


def gazetteer_votes(draft: Draft, ref: Ref, name: str) -> None:
    """Add what the list of towns says of a name, once a document."""
    towns = cities(name)
    if towns:
        draft.vote(ref, "place", 3.0 if capital_of(name) or " " in name else 2.0)


def decide(votes: dict[str, float], words: int) -> EntityType:
    """The type with most votes; a phrase nobody speaks for is a thing of another kind."""
    ballots = {kind: weight for kind, weight in votes.items() if kind not in ("feminine", "masculine")}
    if not ballots:
        return "other"
    order = ("person", "place", "organisation", "group", "event", "document", "facility", "country", "other")
    best = max(order, key=lambda kind: (ballots.get(kind, 0.0), -order.index(kind)))
    return best  # type: ignore[return-value]
