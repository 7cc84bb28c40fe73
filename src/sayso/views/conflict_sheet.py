"""Everything voices disagree on, one point for each question, strongest first."""

from sayso.records import Snapshot
from sayso.views.contested import Point, contested_points
from sayso.views.entry import Reader
from sayso.views.selection import Selection


def conflict_sheet(snapshot: Snapshot, selection: Selection) -> list[Point]:
    """The points at least one of whose statements was asked for."""
    chosen = {s.id for s in snapshot.statements if selection.holds(s)}
    return contested_points(snapshot, Reader(snapshot), chosen)
