"""Contested points: every figure of a question on a line of its own, with who gave it."""

import pytest

from sayso.records import Snapshot
from sayso.views.contested import Point, contested_points
from sayso.views.entry import Reader
from sayso.views.key_figures import key_figures
from tests.views.reading import snapshot_of

TEXTS = {
    "fire": """The Orra fire

By Ann Berg

A day after the fire in Orra the number of victims named by the Karvonian officials made 80, increasing in
a week to 960; according to the inquiry's report, it made 310, and in the Governor's decree the victims were
estimated at thousands. The fire in Orra burned for days.
""",
    "town": """What the Red Cross found

By Lena Ortiz

The Red Cross says that 90 people died in the Orra fire. The town of Orra buried them in May.
""",
    "harbour": """The fishing fleet

By Tom Reyes

The harbour office says that 38 boats and 61 fishermen were lost in the storm of Velm.
""",
    "union": """After the storm

By Mia Lund

The fishers' union says that 52 boats were lost in the storm of Velm.
""",
    "guild": """The guild remembers

By Paul Aron

The sailors' guild says that 97 fishermen were lost in the storm of Velm.
""",
}
GIVEN = {
    "80 people": "the Karvonian officials",
    "960 people": "the Karvonian officials",
    "310 people": "the inquiry's report",
    "thousands of people": "the Governor's decree",
    "90 people": "Red Cross",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(tmp_path_factory.mktemp("contested"), TEXTS)


@pytest.fixture(scope="module")
def points(snapshot: Snapshot) -> list[Point]:
    everything = [statement.id for statement in snapshot.statements]
    return [p for p in contested_points(snapshot, Reader(snapshot), everything) if p.kind == "number"]


def test_every_figure_stands_alone_with_who_gave_it(points: list[Point]) -> None:
    given = {a.value: {e.statement.voice_name for e in a.entries} for p in points for a in p.answers}
    assert {value: given.get(value) for value in GIVEN} == {value: {name} for value, name in GIVEN.items()}


def test_key_figures_hold_them_together(snapshot: Snapshot) -> None:
    groups = key_figures(snapshot, Reader(snapshot), snapshot.statements)
    together = next(g for g in groups if "310 people" in [figure.words for figure in g.figures])
    assert {figure.words: figure.entry.statement.voice_name for figure in together.figures} == GIVEN


def test_figures_of_two_things_in_one_statement_are_two_questions(points: list[Point]) -> None:
    answers = [{answer.value for answer in point.answers} for point in points]
    assert {"38 boats", "52 boats"} in answers
    assert {"61 people", "97 people"} in answers
