"""Names seen once are found again: in small letters, in headlines, inside longer names; and misspelt."""

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from sayso.extract.entity.gazetted import ref_of
from sayso.extract.entity.kind import decide
from sayso.extract.entity.naming import Draft, Ref, Sighting
from sayso.lexicons.gazetteer import cities, phrases
from sayso.parse import Token


def find_repeated(draft: Draft) -> None:
    """See further places where a name of the document stands."""
    leaders = draft.leaders()
    ballots = draft.ballots(leaders)
    names = _known_names(draft, leaders, ballots)
    covered = _covered(draft)
    tokens = draft.parsed.tokens
    for token in tokens:
        for words, ref, kind in names.get(token.lower, ()):
            end = token.i + len(words)
            found = tokens[token.i : end]
            around = covered.get(token.i)
            if around and leaders.get(around.ref, around.ref) == leaders.get(ref, ref):
                continue
            inside = around.end - around.start if around else None
            if tuple(t.lower for t in found) == words and _means(found, kind, inside):
                draft.see(token.i, end, ref)
    _small_towns(draft, _covered(draft))
    _misspelt(draft)


def _covered(draft: Draft) -> dict[int, Sighting]:
    """For each token the longest name it is part of."""
    found: dict[int, Sighting] = {}
    for (start, end), sighting in sorted(draft.sightings.items(), key=lambda item: item[0][1] - item[0][0]):
        for i in range(start, end):
            found[i] = sighting
    return found


Names = dict[str, list[tuple[tuple[str, ...], Ref, str]]]


def _known_names(draft: Draft, leaders: dict[Ref, Ref], ballots: dict[Ref, dict[str, float]]) -> Names:
    names: dict[tuple[str, ...], tuple[Ref, str]] = {}
    for (start, end), sighting in sorted(draft.sightings.items()):
        words = tuple(token.lower for token in draft.parsed.tokens[start:end])
        if sighting.ref[0] == "name" and len("".join(words)) > 3 and sighting.proper:
            leader = leaders.get(sighting.ref, sighting.ref)
            names.setdefault(words, (sighting.ref, decide(ballots.get(leader, {}), len(words))))
    found: Names = {}
    for words, (ref, kind) in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(words[0], []).append((words, ref, kind))
    return found


def _means(words: tuple[Token, ...], kind: str, inside: int | None) -> bool:
    """Is this occurrence of the words the name again?"""
    if any(word.sentence != words[0].sentence for word in words):
        return False
    capital = words[0].text[0].isupper()
    if inside:
        return capital and inside > len(words) and kind == "place"
    if capital:
        return words[0].pos in ("PROPN", "NOUN", "ADJ")
    if len(words) > 1:
        return kind in ("person", "place", "group")
    return kind in ("place", "person") and words[0].pos in ("NOUN", "PROPN", "ADJ") and words[0].tag != "NNS"


def _small_towns(draft: Draft, covered: dict[int, Sighting]) -> None:
    """Towns written small, where grammar takes the word for a name."""
    for token in draft.parsed.tokens:
        named = token.pos == "PROPN" or token.entity in ("GPE", "LOC")
        small = token.text[0].islower() and len(token.text) > 3 and token.text.isalpha()
        if named and small and token.i not in covered and cities(token.text):
            ref = ("name", token.lower)
            draft.see(token.i, token.i + 1, ref)
            draft.vote(ref, "place", 2)


def _misspelt(draft: Draft) -> None:
    """A capitalised word one slip away from a people's word of this document is that word."""
    used = {
        draft.text(start, end)
        for (start, end), sighting in draft.sightings.items()
        if sighting.ref[0] in ("country", "group") and end - start == 1
    }
    peoples = sorted(
        word for word in used if (found := phrases().get((word.lower(),))) and found.use != "name"
    )
    names = {
        draft.text(start, end): sighting.ref
        for (start, end), sighting in sorted(draft.sightings.items())
        if sighting.ref[0] == "name" and end - start == 1
    }
    for text, ref in names.items():
        if len(text) < 5 or cities(text):
            continue
        meant = [word for word in peoples if word[0] == text[0] and _close(word.lower(), text.lower())]
        if meant:
            people = ref_of(phrases()[(meant[0].lower(),)])
            draft.join(people, ref, f"{{1}} is one slip away from “{meant[0]}”")


def _close(one: str, other: str) -> bool:
    return fuzz.ratio(one, other) >= 85 or DamerauLevenshtein.distance(one, other) == 1
