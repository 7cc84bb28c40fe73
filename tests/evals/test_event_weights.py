from pathlib import Path

from evals.event_weights import (
    Pair,
    best_code,
    cross_validated,
    fit_weights,
    fitted_on,
    pair_of,
    write,
)
from evals.paragraphs import parse_sentence
from sayso.extract.event.weighing import learned_weights
from tests.factories import parser

GIVE = Pair({"bias=": 1.0, "rule=none": 1.5, "word=gift": 1.0}, "none", "a gift")
HIT = Pair({"bias=": 1.0, "rule=none": 1.5, "word=blow": 1.0}, "none", "a blow")


def many(pair: Pair) -> list[Pair]:
    return [pair._replace(sentence=f"{pair.sentence} {at}") for at in range(12)]


def test_weights_tell_what_the_words_told_in_training() -> None:
    weights = fit_weights([*many(GIVE), *many(HIT)], ["AID"] * 12 + ["ASSAULT"] * 12)
    assert (best_code(GIVE, weights), best_code(HIT, weights)) == ("AID", "ASSAULT")


def test_cross_validation_scores_no_sentence_by_itself() -> None:
    strange = Pair({"bias=": 1.0, "word=once": 1.0}, "none", "only once")
    codes = ["AID"] * 12 + ["ASSAULT"] * 12
    found = cross_validated([*many(GIVE), *many(HIT), strange, strange], [*codes, "PROTEST", "PROTEST"])
    assert found[:24] == codes
    assert "PROTEST" not in found[24:]


def test_a_pair_without_a_rule_still_has_features() -> None:
    parsed = parse_sentence(parser(), "Rain fell on Peru near Chile.")
    pair = pair_of(parsed, "Peru", "Chile")
    assert pair.rule == "none"
    assert "word=rain" not in pair.features
    assert {"bias=", "rule=none"} <= pair.features.keys()


def test_the_file_names_its_table(tmp_path: Path) -> None:
    table, other, out = tmp_path / "a.tsv", tmp_path / "b.tsv", tmp_path / "weights.csv"
    table.write_text("one")
    other.write_text("two")
    write({"word=gift": {"AID": 1.25, "YIELD": 0.01}}, table, out)
    assert out.read_text().endswith("feature,code,weight\nword=gift,AID,1.25\n")
    assert (fitted_on(table, out), fitted_on(other, out)) == (True, False)
    assert not fitted_on(other)
    assert learned_weights()
