"""What EDTF values cover, and statements that times set at odds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.align.compare.happening import may_coincide, reach
from sayso.align.compare.time import compare_times
from tests.align.speech import Said, pair


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1992", (1992, 1993)),
        ("198X", (1980, 1990)),
        ("05XX", (500, 600)),
        ("1995/..", (1995, float("inf"))),
        ("1914/1918", (1914, 1919)),
        ("1992~", (1992, 1993)),
        (None, None),
        ("soon", None),
    ],
)
def test_reach_of_a_value(edtf: str | None, expected: tuple[float, float] | None) -> None:
    assert reach(edtf) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1992", "1992-04-07", True),
        ("1992-04", "1992-05", False),
        ("1992", "1993", False),
        ("1995/..", "2023", True),
        (None, "1993", True),
    ],
)
def test_values_that_can_be_one_time(a: str | None, b: str, expected: bool) -> None:
    assert may_coincide(a, b) is expected


@given(st.text(max_size=20))
def test_any_text_in_place_of_a_value_is_survived(edtf: str) -> None:
    found = reach(edtf)
    assert found is None or found[0] <= found[1]


def relation(one: Said, other: Said) -> str | None:
    found = compare_times(*pair(one, other))
    return found.kind if found else None


def test_one_event_at_two_times_is_a_conflict() -> None:
    one = Said("Norland opened its embassy in Portmere in 1963", "Ada Holm", times={"1963": "1963"})
    other = Said("Norland opened its embassy in Portmere in 1971", "Ben Rook", times={"1971": "1971"})
    assert relation(one, other) == "date"


def test_the_reverse_direction_is_another_event() -> None:
    one = Said("Norland opened its embassy in Sudria in 1963", "Ada Holm", times={"1963": "1963"})
    other = Said("Sudria opened its embassy in Norland in 1971", "Ben Rook", times={"1971": "1971"})
    assert relation(one, other) is None


def test_what_did_not_exist_before_a_year_cannot_have_acted_before() -> None:
    absence = Said("There was no such thing as Sudria before 1905", "Ada Holm", times={"1905": "1905"})
    before = Said("Sudria built the port in 1850", "Ben Rook", times={"1850": "1850"})
    after = Said("Sudria built the port in 1918", "Ben Rook", times={"1918": "1918"})
    assert relation(absence, before) == "date"
    assert relation(absence, after) is None
