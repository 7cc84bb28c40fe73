from sayso.extract.event.coding import find_codings
from sayso.extract.event.weighing import (
    code_odds,
    features,
    learned_weights,
    reconsidered,
    weighed_codings,
)
from sayso.lexicons import table
from tests.factories import parsed


def test_no_nationality_and_no_land_has_weight() -> None:
    forms = {
        form.strip().lower()
        for row in table("states")
        for kind in ("name", "names", "adjectives", "plurals")
        for form in (row[kind] or "").split(";")
        if form.strip()
    }
    weighed = {name.partition("=")[2].split(" ")[0] for name in learned_weights()}
    assert not weighed & forms


def test_names_are_no_features() -> None:
    doc = parsed("Chilean officers raided a bank and robbed Peru near Lima.")
    (coding,) = find_codings(doc)
    words = {name.partition("=")[2] for name in features(doc, coding, coding.code)}
    assert "rob" in words
    assert not words & {"chilean", "peru", "lima"}


def test_features_and_codes_are_the_same_for_either_side() -> None:
    text = "Norway attacked Sweden after talks with the miners."
    swapped = "Sweden attacked Norway after talks with the miners."

    def read(text: str) -> list[tuple[str, dict[str, float]]]:
        doc = parsed(text)
        return [(one.code, features(doc, one, one.code)) for one in weighed_codings(doc)]

    assert read(text) == read(swapped)


def test_the_codebook_stands_unless_the_weights_are_sure() -> None:
    assert reconsidered("AID", {"AID": 1.0, "YIELD": 2.0}) == "AID"
    assert reconsidered("AID", {"AID": -3.0, "YIELD": 2.0}) == "YIELD"
    assert reconsidered("none", {"AID": -3.0, "YIELD": -2.0}) == "YIELD"
    assert reconsidered("AID", {}) == "AID"


def test_odds_add_up_what_the_features_say() -> None:
    odds = code_odds(
        {"word=a": 0.5, "word=b": 1.0, "word=c": 1.0}, {"word=a": {"AID": 2.0}, "word=b": {"AID": 1.0}}
    )
    assert odds == {"AID": 2.0}


def test_without_weights_the_codebook_alone_reads() -> None:
    doc = parsed("Ghana accused Togo of smuggling.")
    assert list(weighed_codings(doc, {})) == list(find_codings(doc))
