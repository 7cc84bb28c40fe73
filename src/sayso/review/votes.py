"""Who decided what on which matter: a person's last word counts, and people who differ leave it open."""

from collections import defaultdict
from dataclasses import dataclass, field

from sayso.records import Decision

#: What a decision is about: ("reading", record), ("field", record, name) or ("pair", one, other).
Matter = tuple[str, ...]


@dataclass
class Votes:
    """Votes cast in the order of the log."""

    _held: dict[Matter, dict[str, tuple[Decision, bytes]]] = field(default_factory=lambda: defaultdict(dict))
    _of: dict[str, list[Matter]] = field(default_factory=lambda: defaultdict(list))

    def cast(self, decision: Decision, matter: Matter, verdict: bytes) -> None:
        """The person's word on the matter, in the place of an earlier one."""
        self._held[matter][decision.by] = (decision, verdict)
        self._of[decision.id].append(matter)

    def matters(self, decision: Decision) -> tuple[Matter, ...]:
        """What the decision is about."""
        return tuple(self._of.get(decision.id, ()))

    def stands(self, decision: Decision, matter: Matter) -> bool:
        """Is it that person's last word, and does nobody differ?"""
        return self.is_last(decision, matter) and not self.is_disputed(matter)

    def is_last(self, decision: Decision, matter: Matter) -> bool:
        """Is it that person's last word on the matter?"""
        held = self._held[matter].get(decision.by)
        return held is not None and held[0].id == decision.id

    def is_disputed(self, matter: Matter) -> bool:
        """Do the last words of two people differ?"""
        return len({verdict for _, verdict in self._held[matter].values()}) > 1

    def disputed(self) -> list[Matter]:
        """All matters people differ on."""
        return [matter for matter in self._held if self.is_disputed(matter)]
