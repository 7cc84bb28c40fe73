"""Attributions end to end, with the real parser, on invented sentences."""

import json
from pathlib import Path

import pytest

from sayso.extract.attribution import Attribution, find_attributions
from sayso.records import Spans
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "attribution.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def words(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def found(text: str) -> tuple[Attribution, ...]:
    return find_attributions(parsed(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_says_who_says_what(case: dict[str, object]) -> None:
    text = str(case["text"])
    seen = [
        {"source": words(text, a.source), "content": words(text, a.content), "mode": a.mode}
        for a in found(text)
    ]
    expected = {"source": case["source"], "content": case["content"], "mode": case["mode"]}
    assert expected in seen


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n", '"', '“”"', "The river is 40 km long.", "Rain fell on Tuesday."]
)
def test_nothing_said_gives_nothing(text: str) -> None:
    assert found(text) == ()
