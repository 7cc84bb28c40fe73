"""Places under several names: with and without their kind, a double name and its last part."""

import re

from sayso.extract.entity.kind import decide, gazetteer_votes
from sayso.extract.entity.naming import Draft, Ref, key_of
from sayso.lexicons import lexicon
from sayso.lexicons.gazetteer import cities, known

_OF = re.compile(r"^(\w+) of (.+)$")


def join_places(draft: Draft) -> None:
    """Join the names of a place that differ by its kind or by a hyphenated first part."""
    texts = _texts(draft)
    for ref in sorted(texts):
        gazetteer_votes(draft, ref, min(texts[ref]))
    heads = lexicon("names")["heads"]
    for ref in sorted(texts):
        words = ref[1].split()
        if len(words) > 1 and words[-1] in heads["settled"]:
            _join_kind(draft, texts, ref, " ".join(words[:-1]), words[-1])
        of = _OF.match(ref[1])
        if of and of[1] in {*heads["polity"], *heads["settled"]}:
            _join_kind(draft, texts, ref, of[2], of[1])
        for text in sorted(texts[ref]):
            _join_last_part(draft, texts, ref, text)


def _texts(draft: Draft) -> dict[Ref, set[str]]:
    found: dict[Ref, set[str]] = {}
    for sighting in draft.sightings.values():
        if sighting.ref[0] == "name" and sighting.proper:
            found.setdefault(sighting.ref, set()).add(draft.text(sighting.start, sighting.end))
    return found


def _join_kind(draft: Draft, texts: dict[Ref, set[str]], ref: Ref, bare: str, kind: str) -> None:
    """ "Foo region" is Foo; "Republic of Foo" too, a country if the library knows it."""
    state = known(bare)
    if state and state.what == "country" and kind in lexicon("names")["heads"]["polity"]:
        draft.join(("country", state.key), ref, "{1} is {0} with the kind of state before it")
    elif state is None and bare:
        short: Ref = ("name", bare)
        if short in texts and decide(draft.votes.get(short, {}), 1) not in ("place", "other", "person"):
            return
        if short not in texts and kind in lexicon("names")["heads"]["polity"]:
            return
        draft.join(short, ref, "{1} is {0} with the kind of place named")
        draft.vote(ref, "place", 6)


def _join_last_part(draft: Draft, texts: dict[Ref, set[str]], ref: Ref, text: str) -> None:
    """ "Upper-Foo" is Foo where the document also says Foo alone, and "Upper" is no name itself."""
    first, hyphen, last = text.partition("-")
    short: Ref = ("name", key_of(last))
    if not hyphen or " " in text or short not in texts or short == ref:
        return
    alone = ("name", key_of(first)) in texts or known(first) or cities(first)
    if not alone and decide(draft.votes.get(ref, {}), 1) in ("place", "other", "person", "organisation"):
        draft.join(ref, short, "{1} is the last part of {0}, and nothing else is called like its first")
        draft.vote(ref, "place", 1.5)
