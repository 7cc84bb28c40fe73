"""Figures that a statement moves on to."""

import pytest

from sayso.records import Quantity
from sayso.views.progression import moved_on


def figure(text: str, words: str, unit: str | None, statement: str | None = "stm_a") -> Quantity:
    start = text.index(words)
    return Quantity(
        id=f"qty_{words}",
        document="doc_a",
        statement=statement,
        start=start,
        end=start + len(words),
        text=words,
        value=float(words),
        relation="=",
        unit=unit,
    )


MOVES = [
    "put the toll at 12, rising to 45 within a day",
    "put the toll at 12 people, increasing in a week to almost 45",
    "put the toll at 12, a number that grew within a week to 45",
    "first put the toll at 12 but later raised it to 45",
    "put the toll at 12, which was then corrected to 45",
    "counted 12 and, later, 45",
    "counted 12, then 45",
]
STAYS = [
    "counted 12 dead and 45 wounded",
    "counted 12 dead as the price fell to 45",
    "counted 12 dead. Prices rose to 45",
    "counted 12 dead, and prices rose to 45",
    "counted 12 of 45",
    "rose from 12 to 45",
]


@pytest.mark.parametrize(
    ("text", "moves"), [*((text, True) for text in MOVES), *((text, False) for text in STAYS)]
)
def test_text_moves_on_from_one_figure_to_the_next(text: str, moves: bool) -> None:
    first, after = figure(text, "12", "people"), figure(text, "45", None)
    assert moved_on(text, [after, first], first) == ([first, after] if moves else [first])


def test_figures_in_other_units_or_statements_are_left() -> None:
    text = MOVES[0]
    first = figure(text, "12", "people")
    assert moved_on(text, [figure(text, "45", "percent")], first) == [first]
    assert moved_on(text, [figure(text, "45", None, "stm_b")], first) == [first]
