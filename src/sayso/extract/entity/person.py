"""Which of a document's personal names are one person: full names, surnames, first names."""

from rapidfuzz.distance import DamerauLevenshtein

from sayso.extract.entity.kind import decide
from sayso.extract.entity.naming import Draft, Ref

Ballots = dict[Ref, dict[str, float]]


def join_persons(draft: Draft) -> None:
    """Join short forms of a personal name with the one full name of the document that they fit."""
    leaders = draft.leaders()
    ballots = draft.ballots(leaders)
    refs = sorted({s.ref for s in draft.sightings.values() if s.ref[0] == "name"})
    full, short = [], []
    for ref in refs:
        votes = ballots.get(leaders.get(ref, ref), {})
        words = ref[1].split()
        if len(words) > 1 and decide(votes, len(words)) == "person":
            full.append(ref)
        elif len(words) == 1 and _may_be_person(votes):
            short.append(ref)
    heads = _join_full(draft, full)
    for ref in short:
        _join_short(draft, ballots, ref, heads)
    _surnames_of_peoples(draft, heads)


def _surnames_of_peoples(draft: Draft, heads: list[Ref]) -> None:
    """ "Tatar said" after "Ann Tatar": the word of a people is a surname here, unless a noun follows it."""
    by_surname = {head[1].split()[-1]: head for head in heads}
    for place, sighting in sorted(draft.sightings.items()):
        token = draft.parsed.tokens[sighting.end - 1]
        single = sighting.end - sighting.start == 1 and sighting.ref[0] in ("group", "country")
        if (
            single
            and token.tag == "NNP"
            and token.lower in by_surname
            and token.dep not in ("amod", "compound")
        ):
            draft.sightings[place] = sighting._replace(ref=by_surname[token.lower])


def _may_be_person(votes: dict[str, float]) -> bool:
    """A single word that is no stronger a place or body than a person."""
    rivals = max(votes.get(kind, 0.0) for kind in ("place", "event", "document", "facility"))
    return votes.get("person", 0.0) >= rivals - 0.5 and rivals < 4


def _fits(long: list[str], brief: list[str]) -> bool:
    """Is the brief name the long one without its first or middle names, or with initials for them?"""
    if len(brief) > 1 and long[-len(brief) :] == brief:
        return True
    if long[-1] != brief[-1] or (brief[0] not in (long[0], long[0][:1]) and long[0] != brief[0][:1]):
        return False
    rest = [word for word in brief[1:-1] if not any(word in (other, other[:1]) for other in long[1:-1])]
    return not rest or len(long) == 2


def _join_full(draft: Draft, full: list[Ref]) -> list[Ref]:
    """Join full names that differ in middle names only; one ref of each person is left."""
    heads: list[Ref] = []
    for ref in sorted(full, key=lambda ref: (-len(ref[1].split()), ref)):
        words = ref[1].split()
        fitting = [head for head in heads if _fits(head[1].split(), words)]
        if len(fitting) == 1:
            draft.join(fitting[0], ref)
        else:
            heads.append(ref)
    return heads


def _join_short(draft: Draft, ballots: Ballots, ref: Ref, heads: list[Ref]) -> None:
    word = ref[1]
    by_surname = [head for head in heads if head[1].split()[-1] == word]
    by_first = [head for head in heads if head[1].split()[0] == word]
    inside = [head for head in heads if word in head[1].split()[1:-1]]
    titled = ballots.get(ref, {}).get("person", 0) >= 3
    slips = [head for head in heads if titled and _slip(head[1].split()[-1], word)]
    for candidates in (by_surname, by_first, inside, slips):
        fitting = [
            head for head in candidates if not _sexes_differ(ballots.get(head, {}), ballots.get(ref, {}))
        ]
        if len(fitting) == 1:
            draft.join(fitting[0], ref)
            draft.vote(ref, "person", 3)
            return
        if candidates:
            return


def _slip(surname: str, word: str) -> bool:
    return min(len(surname), len(word)) >= 5 and DamerauLevenshtein.distance(surname, word) == 1


def _sexes_differ(one: dict[str, float], other: dict[str, float]) -> bool:
    return ("feminine" in one and "masculine" in other) or ("masculine" in one and "feminine" in other)
