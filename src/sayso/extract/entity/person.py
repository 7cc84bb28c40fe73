"""Which of a document's personal names are one person: full names, surnames, first names."""

from collections import defaultdict

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
    index = _Heads(heads)
    for ref in short:
        _join_short(draft, ballots, ref, index)
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
    heads: dict[str, list[Ref]] = defaultdict(list)
    for ref in sorted(full, key=lambda ref: (-len(ref[1].split()), ref)):
        words = ref[1].split()
        fitting = [head for head in heads[words[-1]] if _fits(head[1].split(), words)]
        if len(fitting) == 1:
            draft.join(fitting[0], ref, "{1} is {0} without some of the names, or with initials")
        else:
            heads[words[-1]].append(ref)
    return [head for held in heads.values() for head in held]


class _Heads:
    """The persons of a document by each word of their names."""

    def __init__(self, heads: list[Ref]) -> None:
        self.surname: dict[str, list[Ref]] = defaultdict(list)
        self.first: dict[str, list[Ref]] = defaultdict(list)
        self.middle: dict[str, list[Ref]] = defaultdict(list)
        for head in sorted(heads):
            words = head[1].split()
            self.surname[words[-1]].append(head)
            self.first[words[0]].append(head)
            for word in words[1:-1]:
                self.middle[word].append(head)

    def slips(self, word: str) -> list[Ref]:
        """Whose surname is one slip away from the word."""
        near = [surname for surname in self.surname if _slip(surname, word)]
        return [head for surname in near for head in self.surname[surname]]


def _join_short(draft: Draft, ballots: Ballots, ref: Ref, heads: _Heads) -> None:
    """Join a single word with the one person who bears it: by surname, first or middle name, misspelt."""
    word, votes = ref[1], ballots.get(ref, {})
    slips = heads.slips(word) if votes.get("person", 0) >= 3 else []
    ways = {
        "{1} is the surname of {0}": heads.surname.get(word),
        "{1} is the first name of {0}": heads.first.get(word),
        "{1} is a middle name of {0}": heads.middle.get(word),
        "{1} is one slip away from the surname of {0}": slips,
    }
    for why, candidates in ways.items():
        fitting = [head for head in candidates or () if not _sexes_differ(ballots.get(head, {}), votes)]
        if len(fitting) == 1:
            draft.join(fitting[0], ref, f"{why}, the only such person of the document")
            draft.vote(ref, "person", 3)
            return
        if candidates:
            return


def _slip(surname: str, word: str) -> bool:
    return min(len(surname), len(word)) >= 5 and DamerauLevenshtein.distance(surname, word) == 1


def _sexes_differ(one: dict[str, float], other: dict[str, float]) -> bool:
    return ("feminine" in one and "masculine" in other) or ("masculine" in one and "feminine" in other)
