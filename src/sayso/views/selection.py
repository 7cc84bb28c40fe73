"""Which statements a reader asked for: by whom they speak of, heading, voice and time."""

from collections import defaultdict
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.records import Snapshot, Statement
from sayso.views.actors import Concern, find_actor
from sayso.views.dates import Day, reach


@dataclass(frozen=True)
class Wanted:
    """What was asked for; null asks for everything. ``since`` and ``until`` are EDTF."""

    about: str | None = None
    facet: str | None = None
    voice: str | None = None
    since: str | None = None
    until: str | None = None


class Selection:
    """The statements of a snapshot that were asked for; ``UsageError`` where nothing is called so."""

    def __init__(self, snapshot: Snapshot, wanted: Wanted) -> None:
        self._wanted = wanted
        self._concern = Concern(snapshot)
        self._about = find_actor(snapshot, wanted.about).circle if wanted.about else None
        self._voices = _voices(snapshot, wanted.voice) if wanted.voice else None
        self._since = _day(wanted.since)[0] if wanted.since else None
        self._until = _day(wanted.until)[1] if wanted.until else None
        self._published = {document.id: document.published for document in snapshot.documents}
        self._times: dict[str, list[str]] = defaultdict(list)
        self._counted: dict[str, set[str]] = defaultdict(set)
        for time in snapshot.times:
            if time.statement and time.edtf:
                self._times[time.statement].append(time.edtf)
        for quantity in snapshot.quantities:
            if quantity.statement:
                self._times[quantity.statement] += [quantity.when] if quantity.when else []
                self._counted[quantity.statement] |= {p.entity for p in quantity.about if p.entity}
        _check_facet(snapshot, wanted.facet)

    def holds(self, statement: Statement) -> bool:
        """Is it one of them?"""
        if self._wanted.facet and self._wanted.facet not in statement.facets:
            return False
        if self._voices is not None and not {statement.voice, statement.voice_name} & self._voices:
            return False
        if self._about is not None:
            spoken_of = self._concern.entities(statement) | self._counted[statement.id]
            if not self._about & spoken_of:
                return False
        return self._in_time(statement)

    def _in_time(self, statement: Statement) -> bool:
        """Does any time the statement speaks of, else the day it was published, lie between the two?"""
        if self._since is None and self._until is None:
            return True
        spoken_of: list[str | None] = [*self._times.get(statement.id, ())]
        times = spoken_of or [self._published[statement.document]]
        spans = [span for span in map(reach, times) if span]
        return any(
            (self._since is None or last >= self._since) and (self._until is None or first <= self._until)
            for first, last in spans
        )


def _voices(snapshot: Snapshot, name: str) -> frozenset[str | None]:
    """The voices called so: entities by any of their names, others by what the records call them."""
    called: set[str | None] = {
        s.voice_name for s in snapshot.statements if s.voice_name.casefold() == name.casefold().strip()
    }
    try:
        return frozenset(called.union(find_actor(snapshot, name).circle))
    except UsageError:
        if called:
            return frozenset(called)
        raise


def _check_facet(snapshot: Snapshot, facet: str | None) -> None:
    known = sorted({f for statement in snapshot.statements for f in statement.facets})
    if facet and facet not in known:
        raise UsageError(f"no statement stands under {facet!r}; there are {', '.join(known) or 'none'}")


def _day(edtf: str) -> tuple[Day, Day]:
    span = reach(edtf)
    if span is None:
        raise UsageError(f"{edtf!r} is no date; write 1992, 1992-04 or 1992-04-07")
    return span
