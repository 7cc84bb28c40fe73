"""Places under several names, in the dossier and beside the points that are contested about them."""

import pytest

from sayso.records import Snapshot
from sayso.views.contested import Point, contested_points
from sayso.views.entry import Reader
from sayso.views.naming import Names
from tests.views.reading import snapshot_of

TEXTS = {
    "one": (
        "The coast road\n\nBy Ann Berg\n\nPast the hills you see the old fishing town of Tessenberg, "
        "which is said to be the only all-Berber town outside Morocco.\n"
    ),
    "two": (
        "A walk in the harbour\n\nBy Tom Reyes\n\nIn what is said to be the only all-Berber town outside "
        "Morocco, Berbers have lived in the so-called Blue Town of Tessenberg since the sixth century. Rain "
        "fell in Tessenberg.\n"
    ),
    "three": (
        "The ports of the coast\n\nBy Lena Ortiz\n\nIn the Blue Settlement of the Tessenburg region there is "
        "a Berber community that keeps its feasts. Outside Morocco and Spain, this is the only settlement in "
        "the world where only Berbers live. Rain fell in Tessenburg.\n"
    ),
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(tmp_path_factory.mktemp("naming"), TEXTS)


@pytest.fixture(scope="module")
def point(snapshot: Snapshot) -> Point:
    everything = [statement.id for statement in snapshot.statements]
    points = contested_points(snapshot, Reader(snapshot), everything)
    found = [point for point in points if point.kind == "uniqueness"]
    assert len(found) == 1
    return found[0]


def test_a_quarter_s_names_stand_with_those_of_its_town(snapshot: Snapshot) -> None:
    uses = [
        {use.name: use.users for use in naming.uses} for naming in Names(snapshot, Reader(snapshot)).rivals
    ]
    together = next(names for names in uses if "Blue Town" in names)
    assert {"Blue Town", "Blue Settlement", "Tessenberg", "Tessenburg"} <= set(together)
    assert together["Blue Settlement"] == ("Lena Ortiz",)


def test_a_contested_point_names_the_place_that_both_sides_speak_of(point: Point) -> None:
    assert [{use.name for use in naming.uses} >= {"Blue Town", "Tessenberg"} for naming in point.names] == [
        True
    ]


def test_names_are_of_those_concerned_alone(snapshot: Snapshot) -> None:
    names = Names(snapshot, Reader(snapshot))
    assert names.rivals
    assert names.rival_names([]) == ()
    assert names.rival_names([min(names.rivals[0].things)]) == names.rivals[:1]
