"""Through whose mouths the words went, outermost first: cases in tests/cases/chains.jsonl."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract import extract_document
from tests.factories import document, parsed, parser, segment

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "chains.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text'][:30]}")
def test_chain_names_every_mouth(case: dict[str, Any]) -> None:
    statements = extract_document(parsed(case["text"]), "run_1").statements
    found = {one.text: one for one in statements if one.mode != "own"}
    assert case["content"] in found
    one = found[case["content"]]
    assert [link.name for link in one.chain] == case["chain"]
    assert (one.voice, one.voice_name) == (one.chain[-1].entity, one.chain[-1].name)


def test_in_a_comment_the_commenter_comes_first() -> None:
    of = document("The mayor said that the dam is safe.", authors=("Ann Berg",))
    page = parser().parse(of, [segment(of, kind="comment", speaker="commenter 1")])
    (one,) = [one for one in extract_document(page, "run_1").statements if one.mode != "own"]
    assert [(link.role, link.name) for link in one.chain] == [
        ("commenter", "commenter 1"),
        ("source", "The mayor"),
    ]
