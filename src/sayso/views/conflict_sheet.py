"""Everything voices disagree on, one point for each question, strongest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.records import Claim, ClaimStatement, Link, Snapshot, Statement
from sayso.views.contested import DISAGREE, Contest, Point
from sayso.views.entry import Reader
from sayso.views.selection import Selection
from sayso.views.voices import voice_key

#: Kinds that are questions with any number of answers; other disagreements are between two statements.
_QUESTIONS = frozenset({"number", "date", "place", "actor", "naming", "uniqueness"})


def conflict_sheet(snapshot: Snapshot, selection: Selection) -> list[Point]:
    """The points at least one of whose statements was asked for, most independent voices first."""
    reader = Reader(snapshot)
    chosen = {s.id for s in snapshot.statements if selection.holds(s)}
    homes = {member.statement: claim for claim in snapshot.claims for member in claim.statements}
    points: list[tuple[float, Point]] = []
    for kind, links in sorted(_by_kind(snapshot.links).items()):
        contest = Contest(msgspec.structs.replace(snapshot, links=tuple(links)), reader)
        for group in _groups(kind, links):
            claim = _question(group, homes, reader.statements)
            if any(member.statement in chosen for member in claim.statements):
                confidence = max(link.confidence for link in group if link.relation in DISAGREE)
                points.append((confidence, contest.point(claim)))
    return [point for _, point in sorted(points, key=_strength)]


def _strength(item: tuple[float, Point]) -> tuple[bool, int, int, float, str]:
    """Questions with answers before two statements at odds; then by independent voices."""
    confidence, point = item
    claim = point.claim
    return point.kind not in _QUESTIONS, -claim.origins, -claim.voices, -confidence, claim.id


def _by_kind(links: Iterable[Link]) -> dict[str, list[Link]]:
    """Disagreements by their kind, with the agreements on answers of the same kind."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.relation == "conflicts" and link.kind:
            found[link.kind].append(link)
        elif link.relation == "rebuts":
            found["rebuts"].append(link)
        elif link.kind in _QUESTIONS:
            found[link.kind].append(link)
    return found


def _groups(kind: str, links: Sequence[Link]) -> Iterator[list[Link]]:
    """The links of one kind that belong to one question."""
    if kind not in _QUESTIONS:
        yield from ([link] for link in links)
        return
    disputed = _roots([link for link in links if link.relation in DISAGREE])
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        root = disputed.get(link.a) or disputed.get(link.b)
        if root:
            groups[root].append(link)
    yield from groups.values()


def _roots(links: Sequence[Link]) -> dict[str, str]:
    """For each statement the least statement it is joined to by these links."""
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for link in links:
        least, other = sorted((root(link.a), root(link.b)))
        parent[other] = least
    return {node: root(node) for node in list(parent)}


def _question(links: Sequence[Link], homes: dict[str, Claim], statements: dict[str, Statement]) -> Claim:
    """The contested claim the links are about, narrowed to the statements they join."""
    members = sorted({end for link in links for end in (link.a, link.b)})
    voices = {voice_key(statements[m]) for m in members}
    best = min(links, key=lambda link: (link.relation not in DISAGREE, -link.confidence, link.id))
    home = homes.get(best.a)
    independent = {voice_key(statements[end]) for x in links if x.independent for end in (x.a, x.b)}
    return Claim(
        id=best.id,
        proposition=statements[best.a].text,
        facets=home.facets if home else statements[best.a].facets,
        status="contested",
        statements=tuple(ClaimStatement(statement=m, stance=statements[m].polarity) for m in members),
        voices=len(voices),
        origins=max(1, len(independent)),
        silent=home.silent if home else (),
    )
