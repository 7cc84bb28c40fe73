"""Readers' comments become segments of their own; lists of the article do not."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.intake.lines import split
from sayso.intake.metadata import Metadata
from sayso.intake.segments import lay_out, make

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases/threads.jsonl").open(encoding="utf-8")
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_reader_is_one_segment(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [one for one in make("doc", lay_out(text, split(text), Metadata())) if one.kind == "comment"]
    words = [text[one.start : one.end] for one in found]
    assert len(found) == len(case["comments"]), words
    for segment, said, wanted in zip(found, words, case["comments"], strict=True):
        got = (segment.speaker, segment.place, segment.addresses, segment.hostile)
        assert said.startswith(wanted["opening"])
        assert said.endswith(wanted["ending"])
        assert got == (wanted["speaker"], wanted["place"], wanted["addresses"], wanted["hostile"])
