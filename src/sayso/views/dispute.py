"""Links of disagreement sorted into disputes: one question, all who answer it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Link, Mention, Place, Snapshot

DISAGREE = frozenset({"conflicts", "rebuts"})
#: Kinds that are questions with any number of answers.
QUESTIONS = frozenset({"number", "date", "place", "actor", "uniqueness"})
#: Who answers a question: a statement, of one with several figures the figure too.
Node = tuple[str, int, int]


@dataclass(frozen=True)
class Dispute:
    """The links of one question, surest disagreement first, and the statements they join."""

    kind: str
    links: tuple[Link, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of the statements, in order."""
        return tuple(sorted({end for link in self.links for end in (link.a, link.b)}))

    @property
    def opponents(self) -> frozenset[str]:
        """The statements that disagree with another; the rest only agree with one of them."""
        return frozenset(e for link in self.links if link.relation in DISAGREE for e in (link.a, link.b))

    def touched(self, member: str) -> list[tuple[Place, bool]]:
        """The words of the statement that its links rest on, in order; are they disputed, not only agreed?"""
        found: dict[tuple[int, int], tuple[Place, bool]] = {}
        for link in self.links:
            for end, place in ((link.a, link.a_span), (link.b, link.b_span)):
                if end == member:
                    key = (place.start, place.end)
                    disputed = link.relation in DISAGREE or (key in found and found[key][1])
                    found[key] = (place, disputed)
        return [found[key] for key in sorted(found)]

    @property
    def best(self) -> Link:
        """The surest disagreement."""
        return self.links[0]


def disputes(snapshot: Snapshot) -> list[Dispute]:
    """Every dispute of the ledger."""
    found: list[Dispute] = []
    for kind, links in sorted(_by_kind(snapshot.links).items()):
        for group in _grouped(kind, links, snapshot):
            ranked = sorted(group, key=lambda x: (x.relation not in DISAGREE, -x.confidence, x.id))
            found.append(Dispute(kind, tuple(ranked)))
    return found


def _by_kind(links: Iterable[Link]) -> dict[str, list[Link]]:
    """Disagreements by kind, with the agreements among answers of the same kind."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.relation == "rebuts":
            found["reply"].append(link)
        elif link.relation == "conflicts":
            found[link.kind or "polarity"].append(link)
        elif link.kind in QUESTIONS:
            found[link.kind].append(link)
    return found


def _grouped(kind: str, links: Sequence[Link], snapshot: Snapshot) -> Iterator[list[Link]]:
    """The links of one kind that belong to one question each."""
    if kind in QUESTIONS:
        ends = [(_node(kind, x.a, x.a_span), _node(kind, x.b, x.b_span)) for x in links]
        key = _connected([pair for x, pair in zip(links, ends, strict=True) if x.relation in DISAGREE])
        held = [(x, key.get(a) or key.get(b)) for x, (a, b) in zip(links, ends, strict=True)]
        yield from _gather([x for x, home in held if home], [home for _, home in held if home])
    elif kind == "naming":
        yield from _gather(links, _named(links, snapshot.mentions))
    else:
        homes = {m.statement: claim.id for claim in snapshot.claims for m in claim.statements}
        same = [homes.get(x.a) if homes.get(x.a) == homes.get(x.b) else None for x in links]
        yield from _gather(links, [home or link.id for home, link in zip(same, links, strict=True)])


def _node(kind: str, statement: str, place: Place) -> Node:
    """One statement may give figures on several questions ("38 boats and 40 crews")."""
    return (statement, place.start, place.end) if kind == "number" else (statement, 0, 0)


def _gather(links: Sequence[Link], keys: Sequence[Hashable]) -> Iterator[list[Link]]:
    groups: dict[Hashable, list[Link]] = defaultdict(list)
    for link, key in zip(links, keys, strict=True):
        groups[key].append(link)
    yield from groups.values()


def _connected(pairs: Sequence[tuple[Node, Node]]) -> dict[Node, Node]:
    """For each node the least one it is joined to by these pairs."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for pair in pairs:
        least, other = sorted(map(root, pair))
        parent[other] = least
    return {node: root(node) for node in list(parent)}


def _named(links: Sequence[Link], mentions: Sequence[Mention]) -> list[str]:
    """For each link the entity whose names are at odds, else the link's own id."""
    at = {(m.document, m.start, m.end): m.entity for m in mentions if m.entity}
    starting = {(m.document, m.start): m.entity for m in mentions if m.entity}
    keys = []
    for link in links:
        place = link.a_span
        exact = at.get((place.document, place.start, place.end))
        keys.append(exact or starting.get((place.document, place.start)) or link.id)
    return keys
