"""Names of units and currencies, each to one spelling."""

import pytest

from sayso.extract.quantity.digits import number_of
from sayso.extract.quantity.measures import currency_of, duration_of, measure_of, symbol_of


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("dollars", "USD"), ("Australian dollars", "AUD"), ("Danish crowns", "DKK"), ("kronor", "SEK"),
        ("zlotys", "PLN"), ("€", "EUR"), ("hk$", "HKD"), ("GBP", "GBP"), ("won", None),
        ("boats", None), ("ALL", None),
    ],
)  # fmt: skip
def test_currency_is_known_by_name_sign_and_code(words: str, code: str | None) -> None:
    assert currency_of(words) == code


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        ("kilometres", "km"), ("kilometers", "km"), ("miles", "mi"), ("tonnes", "t"), ("gigawatts", "GW"),
        ("barrels", "barrels"), ("hectares", "ha"),
    ],
)  # fmt: skip
def test_measure_has_one_spelling(word: str, symbol: str) -> None:
    expression = measure_of(word, symbol=False)
    assert expression is not None
    assert symbol_of(expression) == symbol


@pytest.mark.parametrize("word", ["has", "in", "hands", "points", "people", "Stone", "boats", "are", "m", ""])
def test_common_words_are_no_measures(word: str) -> None:
    assert measure_of(word, symbol=False) is None


def test_symbols_are_measures_only_beside_digits() -> None:
    assert measure_of("km", symbol=True) == "kilometer"
    assert measure_of("km", symbol=False) is None


def test_units_of_time_have_plurals() -> None:
    assert duration_of("century") == "centuries"
    assert duration_of("boat") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234), ("1,234.5", 1234.5), ("1.5", 1.5), (".5", 0.5), ("1,5", 1.5), ("1.234.567", 1234567),
        ("12,34,567", 1234567), ("½", 0.5), ("12.10.2020", None), ("1,2,3", None), ("1,2345", None),
    ],
)  # fmt: skip
def test_digits_are_read_with_their_separators(text: str, value: float | None) -> None:
    assert number_of(text) == value
