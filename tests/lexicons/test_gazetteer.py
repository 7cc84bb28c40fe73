"""What libraries and tables know of countries, peoples and towns."""

import pytest

from sayso.lexicons import table
from sayso.lexicons.gazetteer import capital_of, cities, known, state_name, with_article

SAME = [
    ("Burma", "Myanmar"), ("Turkey", "Türkiye"), ("Czech Republic", "Czechia"), ("Swaziland", "Eswatini"),
    ("Ivory Coast", "Côte d'Ivoire"), ("Holland", "Netherlands"), ("the U.S.", "United States of America"),
    ("Great Britain", "UK"), ("Republic of Cyprus", "Cyprus"), ("USSR", "Soviet Union"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_of_one_country_have_one_key(one: str, other: str) -> None:
    first, second = known(one), known(other)
    assert first is not None
    assert second is not None
    assert first.key == second.key


@pytest.mark.parametrize("row", table("states"), ids=lambda row: row["name"])
def test_every_state_is_known_by_all_its_words(row: dict[str, str]) -> None:
    key = row["code"] or row["name"]
    words = [row["name"], *row["names"].split(";"), *row["adjectives"].split(";"), *row["plurals"].split(";")]
    found = {word: known(word) for word in words if word}
    assert all(found.values()), found
    assert any(one is not None and one.key == key for one in found.values())
    assert state_name(key)


def test_adjective_name_and_plural_are_told_apart() -> None:
    uses = {word: one.use for word in ("Spain", "Spanish", "Spaniards", "Spaniard") if (one := known(word))}
    assert uses == {"Spain": "name", "Spanish": "adjective", "Spaniards": "plural", "Spaniard": "plural"}


def test_peoples_named_like_languages_are_known() -> None:
    assert known("Chuvash") is not None
    assert known("Slave") is None


def test_town_is_found_by_its_names_in_other_languages() -> None:
    assert cities("Girne")[0].number == cities("Kyrenia")[0].number


def test_capital_is_the_country_s() -> None:
    assert capital_of("Kiev") == capital_of("Kyiv") == "UA"
    assert capital_of("Rotterdam") is None


def test_country_takes_an_article_where_english_does() -> None:
    assert (with_article("United States"), with_article("France")) == ("the United States", "France")
