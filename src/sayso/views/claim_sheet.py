"""Claims with who stands where on them, strongest first."""

from dataclasses import dataclass

from sayso.records import Claim, Snapshot
from sayso.views.entry import Entry, Reader
from sayso.views.selection import Selection

_RANK = {"contested": 0, "agreed": 1, "single": 2}


@dataclass(frozen=True)
class Standing:
    """A claim and the statements that make it."""

    claim: Claim
    entries: tuple[Entry, ...]


def claim_sheet(snapshot: Snapshot, selection: Selection) -> list[Standing]:
    """The claims at least one of whose statements was asked for: most independent voices first."""
    reader = Reader(snapshot)
    chosen = {s.id for s in snapshot.statements if selection.holds(s)}
    standings = [
        Standing(
            claim, tuple(reader.entry(reader.statements[m.statement], m.stance) for m in claim.statements)
        )
        for claim in snapshot.claims
        if any(member.statement in chosen for member in claim.statements)
    ]
    return sorted(
        standings, key=lambda s: (-s.claim.origins, -s.claim.voices, _RANK[s.claim.status], s.claim.id)
    )
