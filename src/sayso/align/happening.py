"""Tellings of one happening, in any documents, become one record. A pure function of records."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.align.compare.happening import may_coincide, reach
from sayso.align.compare.telling import Match, match
from sayso.align.linkage import linked
from sayso.align.telling import Telling, prepare_tellings
from sayso.records import Entity, Extraction, Happening, Link, Party, Place, ids
from sayso.records.claim import Contested

#: A key shared by more events than this says too little to compare them all.
WIDEST = 80
#: Matches less sure than this do not join tellings.
JOINS = 0.6

Pair = tuple[int, int]


def find_happenings(
    extractions: Sequence[Extraction],
    entities: Sequence[Entity],
    resolution: Mapping[str, str],
    links: Sequence[Link],
    run: str,
) -> tuple[Happening, ...]:
    """Every event in exactly one happening, in order of id; the same for any order of input."""
    tellings = prepare_tellings(extractions, entities, resolution)
    dating = _dating(extractions, tellings, links)
    matches = {
        pair: found
        for pair in sorted(_candidates(tellings) | dating)
        if (found := match(tellings[pair[0]], tellings[pair[1]], pair in dating)) and found.score >= JOINS
    }
    _drop_ambiguous(tellings, matches)
    groups = _groups(tellings, matches)
    made = [_happening(tellings, group, matches, resolution, run) for group in groups]
    return tuple(sorted(made, key=lambda one: one.id))


def _candidates(tellings: Sequence[Telling]) -> set[Pair]:
    filed: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        for key in set(telling.keys()):
            filed[key].append(index)
    return {pair for held in filed.values() if 1 < len(held) <= WIDEST for pair in combinations(held, 2)}


def _dating(
    extractions: Sequence[Extraction], tellings: Sequence[Telling], links: Sequence[Link]
) -> set[Pair]:
    """Pairs of events at the times that a link sets side by side as those of one event."""
    values = {
        (time.document, time.start, time.end): time.edtf
        for one in extractions
        for time in one.times
        if time.edtf
    }
    by_time: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        if telling.event.statement and telling.event.when:
            by_time[telling.event.document, telling.event.when].append(index)

    def near(place: Place) -> list[int]:
        value = values.get((place.document, place.start, place.end))
        told = by_time.get((place.document, value or ""), [])
        return [
            at
            for at in told
            if tellings[at].event.start <= place.end and place.start <= tellings[at].event.end
        ]

    return {
        (min(a, b), max(a, b))
        for link in links
        if link.kind == "date"
        for a in near(link.a_span)
        for b in near(link.b_span)
        if a != b
    }


def _drop_ambiguous(tellings: Sequence[Telling], matches: dict[Pair, Match]) -> None:
    """An undated telling that fits happenings of several times is not counted to any of them."""
    beside: dict[int, set[str]] = defaultdict(set)
    for a, b in matches:
        for one, other in ((a, b), (b, a)):
            if not tellings[one].event.when and tellings[other].event.when:
                beside[one].add(tellings[other].event.when or "")
    torn = {
        at
        for at, times in beside.items()
        if any(not may_coincide(x, y) for x, y in combinations(sorted(times), 2))
    }
    for pair in [pair for pair in matches if torn & set(pair)]:
        del matches[pair]


def _groups(tellings: Sequence[Telling], matches: Mapping[Pair, Match]) -> list[list[int]]:
    """The tellings of each happening, in order; times that exclude each other keep groups apart unless a
    link says that they are two dates of one event."""

    def may_join(one: Sequence[int], other: Sequence[int]) -> bool:
        pairs = ((min(a, b), max(a, b)) for a in one for b in other)
        return all(
            pair in matches or may_coincide(*(tellings[at].event.when for at in pair)) for pair in pairs
        )

    surest = sorted(matches, key=lambda pair: (-matches[pair].score, pair))
    group = linked(range(len(tellings)), surest, may_join)
    return [sorted(group[at]) for at in group if at == min(group[at])]


def _happening(
    tellings: Sequence[Telling],
    group: Sequence[int],
    matches: Mapping[Pair, Match],
    resolution: Mapping[str, str],
    run: str,
) -> Happening:
    members = [tellings[at] for at in group]
    found = [matches[pair] for pair in combinations(group, 2) if pair in matches]
    clearest = min(members, key=_dimness).event
    votes = Counter(one.event.plover for one in members)
    whens = {one.event.when for one in members if one.event.when}
    return Happening(
        id=ids.derive("hap", *sorted(one.event.id for one in members)),
        events=tuple(one.event.id for one in members),
        plover=min(votes, key=lambda code: (-votes[code], code or "")),
        who=_resolved(clearest.who, resolution),
        did=clearest.did,
        to=_resolved(clearest.to, resolution),
        when=tuple(sorted(whens, key=lambda when: (reach(when) or (9999.0, 9999.0), when))),
        where=tuple(sorted({one.event.where for one in members if one.event.where})),
        contested=_contested(members, found),
        reasons=tuple(dict.fromkeys(one.reason for one in found)),
        confidence=min((one.score for one in found), default=round(clearest.confidence, 3)),
        run=run,
    )


def _dimness(telling: Telling) -> tuple[bool, bool, bool, float, str]:
    """How unclear a telling is: not told as done, without parties, undated, unsure."""
    event = telling.event
    return (
        event.status != "happened",
        None in (event.who, event.to),
        event.when is None,
        -event.confidence,
        event.id,
    )


def _resolved(party: Party | None, resolution: Mapping[str, str]) -> Party | None:
    return None if party is None else Party(entity=resolution.get(party.entity or ""), name=party.name)


def _contested(members: Sequence[Telling], found: Sequence[Match]) -> tuple[Contested, ...]:
    told = {one.event.status for one in members}
    at_odds: list[Contested] = []
    if any(one.at_odds for one in found):
        at_odds.append("date")
    if {"happened", "denied"} <= told:
        at_odds.append("polarity")
    return tuple(at_odds)
