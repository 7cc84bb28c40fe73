import msgspec
import pytest

from sayso.records import Quantity
from sayso.views.figures import number_words, quantity_words, reach, vagueness
from sayso.views.plot import plot


def quantity(**fields: object) -> Quantity:
    values: dict[str, object] = {
        "id": "qty_1",
        "document": "doc_1",
        "statement": None,
        "start": 0,
        "end": 5,
        "text": "as written",
        "value": None,
    }
    return msgspec.convert(values | fields, Quantity)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (16000.0, "16,000"),
        (1.7e9, "1.7 billion"),
        (0.5, "0.5"),
        (250000.0, "250,000"),
        (1.5e6, "1.5 million"),
    ],
)
def test_numbers_keep_their_digits(value: float, words: str) -> None:
    assert number_words(value) == words


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("thousands", "people", "thousands of people"),
        ("Hundreds of\nthousands", "boats", "hundreds of thousands of boats"),
        ("dozens", None, "dozens"),
        ("billions of dollars", "USD", "billions of dollars"),
        ("a few thousand", "people", "at least 1,000 people"),
    ],
)
def test_figures_that_are_words_alone_stay_words(text: str, unit: str | None, words: str) -> None:
    assert quantity_words(quantity(text=text, low=1000.0, relation=">=", unit=unit)) == words


def test_bounds_and_doubt_are_kept() -> None:
    assert quantity_words(quantity(value=16000.0, relation="~", unit="people")) == "about 16,000 people"
    assert (
        quantity_words(quantity(value=20.0, low=20.0, relation=">", unit="percent")) == "more than 20 percent"
    )
    assert quantity_words(quantity(low=100.0, relation=">=")) == "at least 100"
    assert quantity_words(quantity(low=10.0, high=15.0, relation="range", unit="km")) == "10 to 15 km"


def test_a_figure_without_value_is_shown_as_written() -> None:
    assert quantity_words(quantity()) == "as written"
    assert reach(quantity()) is None


def test_dots_stand_in_proportion_and_far_apart_values_on_a_logarithmic_axis() -> None:
    def values(*numbers: float) -> list[tuple[tuple[float, float, float], int, str]]:
        return [((n, n, n), 0, str(n)) for n in numbers]

    linear = plot(values(10, 15, 20))
    assert linear is not None
    assert [dot.x for dot in linear.dots] == [0, 50, 100]
    wide = plot(values(1, 100, 10_000))
    assert wide is not None
    assert wide.logarithmic
    assert [dot.x for dot in wide.dots] == [0, 50, 100]
    assert plot(values(7, 7)) is None


def test_one_of_a_time_is_singular() -> None:
    assert quantity_words(quantity(value=1.0, relation="=", unit="days")) == "1 day"
    assert quantity_words(quantity(value=1.0, relation="~", unit="years")) == "about 1 year"
    assert quantity_words(quantity(value=1.5, relation="=", unit="days")) == "1.5 days"


def test_what_is_counted_is_named_at_the_beginning() -> None:
    assert vagueness("people of the valley who were moved", "people") == (False, False)
    assert vagueness("population live by the lake and love the people of the valley", "people") == (
        True,
        False,
    )
    assert vagueness("it made", "people") == (True, True)
