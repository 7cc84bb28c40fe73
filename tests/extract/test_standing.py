"""How an event fares in its sentence: cases with their reasons in tests/cases/standings.jsonl."""

import json
from pathlib import Path

import pytest

from sayso.extract.standing import standing
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "standings.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['event']}: {case['text'][:50]}")
def test_what_surrounds_an_event_decides_its_standing(case: dict[str, str]) -> None:
    page = parsed(case["text"])
    at = next(token.i for token in page.tokens if token.text == case["event"])
    assert standing(page, at) == (case["polarity"], case["modality"]), case["reason"]
