"""Linked statements become claims: groups join where most of their members are linked, and no chain of single
links strings different matters together. A pure function of statements, links and decisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.align.compare.stance import stances
from sayso.align.decided import regrouped
from sayso.align.linkage import linked
from sayso.align.silence import Speech, silent_voices
from sayso.align.utterance import Utterance
from sayso.records import Claim, ClaimStatement, Link, ids
from sayso.records.claim import Stance, Status
from sayso.review.effects import NOTHING, Effects

#: Links less sure than this do not join claims.
JOINS = 0.6


def components(members: Iterable[str], joins: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each member's representative: the smallest member it is connected with."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for one, other in joins:
        first, second = sorted((find(one), find(other)))
        root[second] = first
    return {member: find(member) for member in root}


def make_claims(
    utterances: Sequence[Utterance],
    links: Sequence[Link],
    family: Mapping[str, str],
    reprints: Mapping[str, str],
    effects: Effects = NOTHING,
) -> tuple[Claim, ...]:
    """Every statement in exactly one claim, in order of id; ``reprints`` go where their original goes.

    ``links`` are those nobody rejected; accepted ones count as sure.
    """
    groups: dict[str, list[Utterance]] = defaultdict(list)
    joined = _joined([u.statement.id for u in utterances if u.statement.id not in reprints], links)
    if effects.together or effects.asunder:
        joined = regrouped(joined, effects, reprints)
    joined |= {copy: joined[original] for copy, original in reprints.items()}
    for utterance in utterances:
        groups[joined[utterance.statement.id]].append(utterance)
    within: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if joined[link.a] == joined[link.b]:
            within[joined[link.a]].append(link)
    speech = Speech.of(utterances)
    claims = [_claim(group, within[key], family, reprints, speech) for key, group in groups.items()]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _joined(members: Sequence[str], links: Sequence[Link]) -> dict[str, str]:
    """Each member's group, by its smallest member: average linkage over the sure links, the surest first."""
    sure = sorted(
        (
            link
            for link in links
            if (link.confidence >= JOINS or link.standing == "accepted") and link.kind != "naming"
        ),
        key=lambda one: (-one.confidence, one.id),
    )
    group = linked(members, [(link.a, link.b) for link in sure])
    return {member: min(held) for member, held in group.items()}


def _claim(
    group: Sequence[Utterance],
    links: Sequence[Link],
    family: Mapping[str, str],
    reprints: Mapping[str, str],
    speech: Speech,
) -> Claim:
    weight = dict.fromkeys((u.statement.id for u in group), 0.0)
    for link in links:
        weight[link.a] += link.confidence
        weight[link.b] += link.confidence
    wording = min(group, key=lambda u: _load(u, weight[u.statement.id]))
    first = [u for u in group if u.statement.id not in reprints]
    stance = _stances(group, wording, links)
    members = tuple(ClaimStatement(statement=u.statement.id, stance=stance[u.statement.id]) for u in group)
    return Claim(
        id=ids.derive("clm", *sorted(member.statement for member in members)),
        proposition=" ".join(wording.statement.text.split()),
        facets=tuple(sorted({facet for u in group for facet in u.statement.facets})),
        status=_status(first, links, family),
        statements=members,
        voices=len({u.voice for u in first}),
        origins=count_origins(first, family),
        silent=silent_voices(group, speech),
    )


def _load(utterance: Utterance, weight: float) -> tuple[bool, bool, int, bool, float, int, str, int]:
    """How unfit a wording is to stand for a claim: hostile, a comment's, loaded, a fragment, aside, long."""
    segment, text = utterance.segment, utterance.statement.text
    return (
        bool(segment and segment.hostile),
        bool(segment and segment.kind == "comment"),
        sum(stance.sign < 0 for stance in stances(utterance)),
        " … " in text
        or text.split()[:1] in (["which"], ["who"])
        or utterance.statement.polarity == "questions",
        -round(weight, 3),
        len(text),
        utterance.source.order,
        utterance.span.start,
    )


def _stances(group: Sequence[Utterance], wording: Utterance, links: Sequence[Link]) -> dict[str, Stance]:
    """Each statement's stance on the wording, followed over the links: conflicts turn, agreements keep."""
    turned = {wording.statement.id: False}
    waiting = [wording.statement.id]
    for here in waiting:
        for link in sorted(links, key=lambda one: (-one.confidence, one.id)):
            there = link.b if link.a == here else link.a if link.b == here else None
            if there is not None and there not in turned:
                turned[there] = turned[here] != (link.relation != "corroborates")
                waiting.append(there)
    asks = {u.statement.id for u in group if u.statement.polarity == "questions"}
    return {
        u.statement.id: "questions"
        if u.statement.id in asks
        else "denies"
        if turned.get(u.statement.id, False)
        else "asserts"
        for u in group
    }


def _status(group: Sequence[Utterance], links: Sequence[Link], family: Mapping[str, str]) -> Status:
    voice = {u.statement.id: u.voice for u in group}
    if any(link.relation != "corroborates" and voice[link.a] != voice[link.b] for link in links):
        return "contested"
    return "agreed" if count_origins(group, family) > 1 else "single"


def count_origins(group: Sequence[Utterance], family: Mapping[str, str]) -> int:
    """Independent origins: one voice is one, one text printed under several names is one."""
    members = [u.statement.id for u in group]
    joins: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for u in group:
        keys = [f"voice {u.voice}"]
        if u.statement.mode == "own" and not (u.segment and u.segment.kind == "comment"):
            keys.append(f"text {family.get(u.source.id, u.source.id)}")
        for key in keys:
            joins.append((seen.setdefault(key, u.statement.id), u.statement.id))
    return len(set(components(members, joins).values()))
