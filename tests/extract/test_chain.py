"""Through whose mouths the words went, outermost first: cases in tests/cases/chains.jsonl."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract import extract_document
from sayso.parse import ParsedDocument
from tests.factories import document, parsed, parser, segment

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "chains.jsonl").read_text("utf-8").splitlines()
]


def read(case: dict[str, Any]) -> ParsedDocument:
    """The case's text as one segment: a plain body, or of a kind in a signed and printed article."""
    if "kind" not in case:
        return parsed(case["text"])
    of = document(case["text"], authors=(case["author"],), outlet=case["outlet"])
    speaker = "commenter 1" if case["kind"] == "comment" else None
    return parser().parse(of, [segment(of, kind=case["kind"], speaker=speaker)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text'][:30]}")
def test_chain_names_every_mouth(case: dict[str, Any]) -> None:
    found = {one.text: one for one in extract_document(read(case), "run_1").statements}
    assert case["content"] in found
    one = found[case["content"]]
    assert [link.name for link in one.chain] == case["chain"]
    assert (one.voice, one.voice_name) == (one.chain[-1].entity, one.chain[-1].name)


def test_a_quotation_in_a_quotation_hangs_on_the_one_around_it() -> None:
    page = parsed("The envoy said: \"The minister told me: 'The pier is sold.'\"")
    outer, inner = (one for one in extract_document(page, "run_1").statements if one.mode == "direct")
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_in_a_comment_the_commenter_comes_first() -> None:
    of = document("The mayor said that the dam is safe.", authors=("Ann Berg",))
    page = parser().parse(of, [segment(of, kind="comment", speaker="commenter 1")])
    (one,) = [one for one in extract_document(page, "run_1").statements if one.mode != "own"]
    assert [(link.role, link.name) for link in one.chain] == [
        ("commenter", "commenter 1"),
        ("source", "The mayor"),
    ]
