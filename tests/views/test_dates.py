import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.dates import in_words, order, reach

WORDS = [
    ("1992-04-07", "7 April 1992"),
    ("1992-04", "April 1992"),
    ("1992", "1992"),
    ("2023-21", "spring 2023"),
    ("18XX", "19th century"),
    ("05XX", "6th century"),
    ("198X", "1980s"),
    ("198X/..", "since 1980s"),
    ("1995/..", "since 1995"),
    ("../1915", "until 1915"),
    ("1918/1920", "1918 to 1920"),
    ("1984~", "about 1984"),
    ("XXXX-12-11", "11 December"),
    ("0715", "715"),
    (None, "undated"),
]


@pytest.mark.parametrize(("edtf", "words"), WORDS)
def test_times_are_written_as_a_person_would(edtf: str | None, words: str) -> None:
    assert in_words(edtf) == words


def test_times_sort_by_first_day_and_the_unknown_come_last() -> None:
    times = ["2023-21", None, "18XX", "1992-04-07", "1992", "198X/..", "../1915"]
    expected = ["18XX", "../1915", "198X/..", "1992", "1992-04-07", "2023-21", None]
    assert sorted(times, key=order) == expected


@given(st.text(max_size=20))
def test_no_text_breaks_the_wording(edtf: str) -> None:
    assert isinstance(in_words(edtf), str)
    assert reach(edtf) is None or reach(edtf) == order(edtf)
