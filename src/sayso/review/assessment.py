"""From the log of decisions to what follows from it and how each decision stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from sayso.records import Decision, Edit, Extraction, codec, ids
from sayso.records.history import Standing, Value
from sayso.review.editing import edited, reading_of
from sayso.review.effects import NOTHING, Effects
from sayso.review.grouping import Groups, cast_group, sides
from sayso.review.log import order, withdrawn
from sayso.review.parting import parted
from sayso.review.places import Places
from sayso.review.version import version
from sayso.review.votes import Matter, Votes

Condition = Literal["in force", "noted", "undone", "superseded", "disputed", "ground changed"]


@dataclass(frozen=True)
class State:
    """How a decision stands, with a few words of why where that is not plain."""

    condition: Condition
    told: str = ""


@dataclass(frozen=True)
class Assessment:
    """What follows from a log, and how each decision of it stands, by id."""

    effects: Effects = NOTHING
    states: Mapping[str, State] = field(default_factory=dict)


def assess(
    log: Iterable[Decision], extractions: Iterable[Extraction], present: Collection[str] | None = None
) -> Assessment:
    """What follows from the log for these documents; the same for any order of either.

    ``present`` are the ids of all links, origins, claims and entities, where it matters for the states.
    """
    decisions = sorted({one.id: one for one in log}.values(), key=order)
    if not decisions:
        return Assessment()
    return _Bench(decisions, Places.of(extractions), present).assess()


def settled(log: Sequence[Decision], extractions: Iterable[Extraction]) -> tuple[list[Extraction], Effects]:
    """The documents with those names apart that people took apart within one of them, and what follows from
    the log for them as they then are."""
    held = list(extractions)
    effects = assess(log, held).effects
    if not effects.partings:
        return held, effects
    held = [parted(one, effects.partings) for one in held]
    return held, assess(log, held).effects


class _Bench:
    """One assessment in the making."""

    def __init__(
        self, decisions: Sequence[Decision], places: Places, present: Collection[str] | None
    ) -> None:
        self._places = places
        self._present = present
        self._votes = Votes()
        self._states: dict[str, State] = {}
        self._remarks: dict[str, State] = {}
        self._decisions = decisions
        gone = withdrawn(decisions)
        self._live = [one for one in decisions if one.id not in gone]
        self._states |= {one: State("undone", f"by {undo}") for one, undo in gone.items()}

    def assess(self) -> Assessment:
        """Edits first: whoever accepts a record accepts it as it then reads."""
        edits = self._edits()
        for decision in self._live:
            if decision.decision in {"accept", "reject"} and decision.on[:3] not in {"clm", "ent"}:
                self._judge(decision, edits)
            elif decision.decision in {"merge", "split", "accept"}:
                cast_group(decision, self._votes, self._places)
        groups = Groups(self._live, self._votes, self._places)
        effects = Effects(
            judged=self._judged(edits),
            edits=edits,
            voices=self._voices(edits),
            ties=groups.ties(),
            cuts=groups.cuts(),
            partings=groups.partings(),
            together=groups.pairs("one"),
            asunder=groups.pairs("apart"),
        )
        self._states |= {decision.id: self._state(decision) for decision in self._live}
        return Assessment(effects, {one.id: self._states[one.id] for one in self._decisions})

    def _edits(self) -> dict[str, tuple[Edit, ...]]:
        """Every field people set to one value, by record."""
        cast: dict[Matter, Decision] = {}
        for decision in self._live:
            if decision.decision == "edit" and decision.field:
                targets = self._targets(decision)
                for record in targets:
                    matter = ("field", record, decision.field)
                    self._votes.cast(decision, matter, codec.plain_to_json(decision.value))
                    cast[matter] = decision
                self._tell_changed(decision, targets)
        found: dict[str, tuple[Edit, ...]] = {}
        for (_, record, name), decision in sorted(cast.items(), key=lambda item: item[0]):
            if self._votes.stands(decision, ("field", record, name)):
                was = self._reading(record, name)
                edit = Edit(record=record, field=name, was=was, value=decision.value, decision=decision.id)
                found[record] = (*found.get(record, ()), edit)
        return found

    def _tell_changed(self, decision: Decision, targets: Sequence[str]) -> None:
        """An edit goes on as long as its words stand, yet it is told when the program reads them anew."""
        now = [self._reading(record, decision.field or "") for record in targets]
        if now and decision.was not in now:
            told = f"the program now reads {codec.plain_to_json(now[0]).decode()}; the edit goes on"
            self._remarks[decision.id] = State("ground changed", told)

    def _reading(self, record: str, name: str) -> Value:
        held = self._places.records.get(record)
        return reading_of(held, name, self._places.referents) if held else None

    def _targets(self, decision: Decision) -> list[str]:
        """Ids of the records a decision on one record is about now."""
        if decision.on[:3] == "lnk":
            a, b = ([one for g in side for one in self._places.find(g)] for side in sides(decision))
            relation, kind = decision.was if isinstance(decision.was, tuple) else ("", "")
            return [ids.link(relation, kind or None, one, other) for one, other in product(a, b)]
        if decision.on[:3] == "org":
            return [decision.on]
        found = [one for ground in decision.grounds for one in self._places.find(ground)]
        return [one for one in found if one.startswith(decision.on[:3])]

    def _judge(self, decision: Decision, edits: dict[str, tuple[Edit, ...]]) -> None:
        """Accept and reject judge a reading; where it has become another they wait to be renewed."""
        targets = self._targets(decision)
        for record in targets:
            held = self._places.records.get(record)
            if held and version(edited(held, edits.get(record, ()), {})) != decision.version:
                told = "it reads otherwise now; the decision waits to be renewed"
                self._remarks[decision.id] = State("ground changed", told)
            else:
                self._votes.cast(decision, ("reading", record), decision.decision.encode())
        missing = self._present is not None and decision.on[:3] in {"lnk", "org"}
        if targets and missing and not any(one in (self._present or ()) for one in targets):
            self._remarks[decision.id] = State("ground changed", "the program no longer finds it")

    def _judged(self, edits: dict[str, tuple[Edit, ...]]) -> dict[str, Standing]:
        judged: dict[str, Standing] = dict.fromkeys(edits, "edited")
        for decision in self._live:
            for matter in self._votes.matters(decision):
                if matter[0] == "reading" and self._votes.stands(decision, matter):
                    judged[matter[1]] = "rejected" if decision.decision == "reject" else "accepted"
        open_ones = [matter[1] for matter in self._votes.disputed() if matter[0] != "pair"]
        return judged | dict.fromkeys(open_ones, "disputed")

    def _voices(self, edits: dict[str, tuple[Edit, ...]]) -> dict[str, str]:
        """The referent each newly given voice stands for."""
        by_id = {one.id: one for one in self._live}
        found: dict[str, str] = {}
        for edit in (edit for held in edits.values() for edit in held if edit.field == "voice"):
            known = [one for g in by_id[edit.decision].against for one in self._places.who(g)]
            found |= {edit.record: known[0]} if known else {}
        return found

    def _state(self, decision: Decision) -> State:
        """How a decision in force stands."""
        if decision.decision == "note":
            return State("noted")
        if decision.decision == "undo":
            known = any(one.id == decision.on for one in self._decisions)
            return State("in force") if known else State("ground changed", "what it undoes is not in the log")
        matters = self._votes.matters(decision)
        if not matters:
            gone = State("ground changed", "its words are no longer in the ledger")
            return self._remarks.get(decision.id, gone)
        last = [matter for matter in matters if self._votes.is_last(decision, matter)]
        if not last:
            return State("superseded", "by a later decision of the same person")
        if any(self._votes.is_disputed(matter) for matter in last):
            return State("disputed", "another person decided otherwise; the suggestion stays open")
        if decision.id in self._remarks:
            return self._remarks[decision.id]
        records = {matter[1] for matter in matters if matter[0] != "pair"}
        moved = sorted(records - {decision.on}) if decision.on not in records else []
        return State("in force", f"found again by its words as {moved[0]}" if moved else "")
