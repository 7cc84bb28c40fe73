"""What follows from the decisions in force: the part of the log that alignment and snapshots act upon."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records import Edit
from sayso.records.history import Standing


@dataclass(frozen=True)
class Tie:
    """Two referents that are one, and who said so in one sentence."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True)
class Cut:
    """Referents that are not the same as those others, by that decision."""

    decision: str
    these: frozenset[str]
    those: frozenset[str]


@dataclass(frozen=True)
class Parting:
    """Names (without capitals) that one document's referent has and people took off its others."""

    referent: str
    names: frozenset[str]


@dataclass(frozen=True)
class Effects:
    """``judged``: the standing of records; ``edits`` and ``voices`` (a referent) by record; ``ties`` and
    ``cuts`` of referents, ``partings`` within them; pairs of statements that are of one claim (``together``)
    or not (``asunder``)."""

    judged: Mapping[str, Standing] = field(default_factory=dict)
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    voices: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    cuts: tuple[Cut, ...] = ()
    partings: tuple[Parting, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    asunder: tuple[tuple[str, str], ...] = ()

    def standing(self, record: str) -> Standing:
        """What people made of the record."""
        return self.judged.get(record, "suggested")

    def with_standing(self, standing: Standing) -> frozenset[str]:
        """Ids of the records of that standing."""
        return frozenset(one for one, held in self.judged.items() if held == standing)


#: Nobody decided anything.
NOTHING = Effects()
