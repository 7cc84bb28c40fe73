"""Insults, threats and contempt are marked; arguments, accusations and reports are not."""

import csv
from pathlib import Path

import pytest

from sayso.intake.hostility import is_hostile

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases/remarks.csv").open(encoding="utf-8")))
SIDES = (("Northerners", "Southerners"), ("the miners", "the farmers"), ("Reds", "Blues"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_tone_is_told_by_the_wording(case: dict[str, str]) -> None:
    assert is_hostile(case["text"]) is (case["hostile"] == "yes"), case["reason"]


@pytest.mark.parametrize("sides", SIDES, ids=str)
def test_tone_does_not_depend_on_the_side(sides: tuple[str, str]) -> None:
    for wording in (
        "{} are scum and should be shot",
        "{} burned the bridge",
        "Get the hell out, you dirty {}",
    ):
        assert is_hostile(wording.format(sides[0])) is is_hostile(wording.format(sides[1]))
