"""What a ledger holds, in counts, and what it could not read."""

from dataclasses import dataclass

from sayso.records import Refusal, Snapshot
from sayso.views.dispute import DISAGREE
from sayso.views.voices import file_name, voice_key


@dataclass(frozen=True)
class Overview:
    """Counts by name; ``unread`` are documents stored and searchable but in a language not read yet."""

    counts: tuple[tuple[str, int], ...]
    unread: tuple[tuple[str, str], ...]
    refusals: tuple[Refusal, ...]


def overview(snapshot: Snapshot) -> Overview:
    """The counts of a snapshot."""
    spoken = {s.document for s in snapshot.statements}
    counts = (
        ("documents", len(snapshot.documents)),
        ("voices", len({voice_key(s) for s in snapshot.statements})),
        ("statements", len(snapshot.statements)),
        ("claims", len(snapshot.claims)),
        ("contested claims", sum(c.status == "contested" for c in snapshot.claims)),
        ("conflicts", sum(link.relation in DISAGREE for link in snapshot.links)),
        ("entities", len(snapshot.entities)),
        ("refused", len(snapshot.refusals)),
    )
    unread = tuple((file_name(d), d.language or "unknown") for d in snapshot.documents if d.id not in spoken)
    return Overview(counts, unread, snapshot.refusals)
