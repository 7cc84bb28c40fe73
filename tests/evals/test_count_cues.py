"""The counted lexicon is remade from annotated text, the same every time."""

from pathlib import Path

import numpy as np

from evals.attribution_gold import Known, agreement, known
from evals.count_cues import learn
from evals.logistic import Design, fit
from sayso.extract.attribution.cue import candidates
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.scoring import readings_of
from sayso.lexicons import table
from tests.factories import parsed

TEXT = "Lopez said that the dam is safe.\n\nThe guide said that the river is long. Rain fell."
GOLD = [
    {"source": [(0, 5)], "cue": [(6, 10)], "content": [(11, 31)]},
    {"source": [(34, 43)], "cue": [(44, 48)], "content": [(49, 71)]},
]


def test_gold_is_laid_on_the_tokens() -> None:
    page = parsed(TEXT)
    assert known(page, GOLD)[0] == Known(frozenset({1}), frozenset({0}), ((2, 7),))


def test_a_reading_is_borne_out_by_cue_and_content() -> None:
    page = parsed(TEXT)
    readings = list(readings_of(Page(page), candidates(Page(page), None)))
    agreed = {r.key: agreement(r, known(page, GOLD)) for r in readings}
    assert agreed["say", "VERB", "that"] == 1.0
    assert all(agreement(r, []) == 0.0 for r in readings)


def test_counting_twice_gives_the_same_files(tmp_path: Path) -> None:
    page = parsed(TEXT)
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        learn([(page, known(page, GOLD))], tmp_path / name)
        made.append({file.name: file.read_bytes() for file in sorted((tmp_path / name).iterdir())})
    assert made[0] == made[1]
    assert b"say,VERB,that,2,2,1.000" in made[0]["cues.csv"]


def test_shipped_counts_add_up() -> None:
    for row in table("cues"):
        assert 0 <= int(row["cue"]) <= int(row["seen"])
        assert float(row["precision"]) == round(int(row["cue"]) / int(row["seen"]), 3)


def test_logistic_regression_finds_what_tells_the_rows_apart() -> None:
    design = Design([0, 0, 1, 2, 2, 3], [0, 1, 0, 0, 1, 0], [1.0] * 6, [1.0, 0.0, 1.0, 0.0])
    weights = fit(design, np.array([0.0, 0.1]))
    assert weights[1] > 1
    assert weights[0] < 0
