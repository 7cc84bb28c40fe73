"""What a reviewer should look at first: suggestions that are least certain and that most hangs on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Claim, Event, Link, Snapshot, Statement
from sayso.records.history import Standing

#: How much more hangs on a disagreement than on an agreement, and on the only one of a claim.
DISAGREEING, DECISIVE = 2.0, 2.0


@dataclass(frozen=True)
class Suggestion:
    """One thing to decide: the record, what the program says of it, how sure it is (0 to 1), and how much
    hangs on it (1 and more)."""

    record: str
    kind: str
    says: str
    confidence: float
    weight: float
    standing: Standing

    @property
    def order(self) -> tuple[bool, float, str]:
        """What people differ on first, then by doubt times what hangs on it."""
        return self.standing != "disputed", -(1 - self.confidence) * self.weight, self.record


def review_queue(snapshot: Snapshot) -> list[Suggestion]:
    """Links, statements and events nobody has decided on, and all people differ on, most pressing first."""
    found = [*_links(snapshot), *_statements(snapshot), *_events(snapshot), *_disputed(snapshot)]
    open_ones = {one.record: one for one in reversed(found) if one.standing in {"suggested", "disputed"}}
    return sorted(open_ones.values(), key=lambda one: one.order)


def _standing(snapshot: Snapshot, record: str) -> Standing:
    return snapshot.judged.get(record, "suggested")


def _links(snapshot: Snapshot) -> Iterator[Suggestion]:
    home = {member.statement: claim for claim in snapshot.claims for member in claim.statements}
    against = Counter(
        home[link.a].id for link in snapshot.links if link.relation != "corroborates" and link.a in home
    )
    for link in snapshot.links:
        weight = _hanging(link, [home[end] for end in (link.a, link.b) if end in home], against)
        standing = _standing(snapshot, link.id)
        yield Suggestion(
            link.id, _named(link), " ".join(link.reason.split()), link.confidence, weight, standing
        )


def _named(link: Link) -> str:
    return link.relation if link.kind is None else f"{link.relation} ({link.kind})"


def _hanging(link: Link, homes: list[Claim], against: Counter[str]) -> float:
    """The independent origins of the claims it belongs to; more for what makes a claim contested."""
    weight = float(max((claim.origins for claim in homes), default=1))
    if link.relation == "corroborates":
        return weight
    decisive = any(against[claim.id] == 1 for claim in homes)
    return weight * DISAGREEING * (DECISIVE if decisive else 1.0)


def _statements(snapshot: Snapshot) -> Iterator[Suggestion]:
    ends = Counter(end for link in snapshot.links for end in (link.a, link.b))
    for statement in snapshot.statements:
        standing = _standing(snapshot, statement.id)
        says = f"{statement.voice_name} {statement.polarity}: “{' '.join(statement.text.split())}”"
        weight = 1.0 + ends[statement.id]
        yield Suggestion(statement.id, "statement", says, statement.confidence, weight, standing)


def _events(snapshot: Snapshot) -> Iterator[Suggestion]:
    for event in snapshot.events:
        who, to = (party.name if party else "nobody named" for party in (event.who, event.to))
        says = f"{who}, {event.did}, {to}: {event.plover or 'no code'}"
        yield Suggestion(event.id, "event", says, event.confidence, 1.0, _standing(snapshot, event.id))


def _disputed(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Whatever else people differ on: figures, times, origins, rejected by one and accepted by another."""
    told = {Statement: "statement", Event: "event"}
    for part in (snapshot.quantities, snapshot.times, snapshot.origins):
        for record in part:
            if snapshot.judged.get(record.id) == "disputed":
                kind = told.get(type(record), type(record).__name__.lower())
                says = str(getattr(record, "text", "") or getattr(record, "kind", ""))
                yield Suggestion(record.id, kind, says, 0.0, 1.0, "disputed")
