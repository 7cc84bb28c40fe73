"""Capitals and seats that stand for the government that sits there."""

from sayso.extract.entity.naming import Draft, Ref, Sighting, key_of
from sayso.lexicons import lexicon, table
from sayso.lexicons.gazetteer import capital_of

_SUBJECT = {"nsubj", "nsubjpass", "agent"}


def find_metonyms(draft: Draft) -> None:
    """Turn a capital that acts as only a government can into that government, mention by mention."""
    capitals = _capitals(draft)
    for ref, (country, places) in sorted(capitals.items()):
        for sighting in places:
            if _acts(draft, sighting, capitals):
                government: Ref = ("government", country)
                found = sighting._replace(ref=government, proper=False)
                draft.sightings[sighting.start, sighting.end] = found
                draft.stands_for[ref] = government
                draft.called[ref] = draft.text(sighting.start, sighting.end)
                draft.vote(ref, "place", 3)
    for sighting in sorted(draft.sightings.values()):
        _seat(draft, sighting)


def _capitals(draft: Draft) -> dict[Ref, tuple[str, list[Sighting]]]:
    found: dict[Ref, tuple[str, list[Sighting]]] = {}
    for sighting in sorted(draft.sightings.values()):
        if sighting.ref[0] == "name":
            country = capital_of(draft.text(sighting.start, sighting.end))
            if country:
                found.setdefault(sighting.ref, (country, []))[1].append(sighting)
    return found


def _acts(draft: Draft, sighting: Sighting, capitals: dict[Ref, tuple[str, list[Sighting]]]) -> bool:
    """Is it subject of a verb of will or speech, owner of a policy, or paired with a capital in relations?"""
    tokens, words = draft.parsed.tokens, lexicon("metonyms")
    token = tokens[sighting.end - 1]
    while token.dep == "conj":
        token = tokens[token.head]
    head = tokens[token.head]
    if token.dep in _SUBJECT:
        return head.lemma in words["verbs"] or any(tokens[i].dep == "xcomp" for i in head.children)
    if token.dep == "poss":
        return head.lemma in words["possessions"]
    if token.dep == "pobj" and head.lower in ("between", "with", "against", "by"):
        return tokens[head.head].lemma in words["relations"]
    return token.dep in ("dobj", "iobj") and head.lemma in words["objects"]


def _seat(draft: Draft, sighting: Sighting) -> None:
    for row in table("seats"):
        if sighting.ref == ("name", row["key"]):
            body: Ref = ("name", key_of(row["body"])) if row["body"] else ("government", row["code"])
            draft.stands_for[sighting.ref] = body
            draft.vote(sighting.ref, "facility", 2)
            if row["body"]:
                draft.called[body] = row["body"]
                draft.vote(body, "organisation", 5)
