import json
from pathlib import Path

import pytest

from sayso.extract.modality import modality, polarity
from sayso.records import Span
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "modality.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def spans(case: dict[str, str], role: str) -> tuple[Span, ...]:
    words = case.get(role)
    if words is None:
        return ()
    start = case["text"].index(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_polarity_and_modality_of_short_sentences(case: dict[str, str]) -> None:
    page = parsed(case["text"])
    content = spans(case, "content") or (Span(0, len(case["text"])),)
    cue, source = spans(case, "cue"), spans(case, "source")
    found = polarity(page, content, cue), modality(page, content, cue, source)
    assert found == (case["polarity"], case["modality"]), case["reason"]


def test_the_table_is_large_and_every_case_has_its_reason() -> None:
    assert len(CASES) >= 300
    assert all(case["reason"] for case in CASES)


def test_content_outside_the_parsed_text_is_asserted() -> None:
    page = parsed("The mine is closed.")
    assert polarity(page, (Span(500, 510),)) == "asserts"
    assert modality(page, (Span(500, 510),)) == "certain"
