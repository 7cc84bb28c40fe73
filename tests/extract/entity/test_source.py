"""Sources lead to whoever speaks, or keep their words; cases in tests/cases/sources.jsonl."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.entity import find_names, resolve_source
from sayso.parse import ParsedDocument
from sayso.records import Span
from tests import factories

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "sources.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def resolve(parsed: ParsedDocument, words: str) -> tuple[str | None, str]:
    at = parsed.document.text.rindex(words)
    return resolve_source(parsed, find_names(parsed, "run_test"), (Span(at, at + len(words)),))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['source']}: {case['text'][:40]}")
def test_source_leads_to_who_speaks(case: dict[str, Any]) -> None:
    voice, name = resolve(factories.parsed(case["text"]), case["source"])
    assert (name, voice is not None) == (case["name"], case["resolved"])


def commented(comment: str, **fields: object) -> ParsedDocument:
    document = factories.document(f"The dam is safe.\n\n{comment}", authors=("Ann Berg",))
    start = document.text.index(comment)
    segments = [
        factories.segment(document, end=16),
        factories.segment(document, "comment", start=start, order=1, speaker="commenter 1", **fields),
    ]
    return factories.parser().parse(document, segments)


def test_first_person_in_a_comment_is_the_commenter() -> None:
    voice, name = resolve(commented("I say that it leaks."), "I")
    assert voice is not None
    assert name == "commenter 1"


def test_author_in_a_comment_is_the_article_s() -> None:
    assert resolve(commented("The author claims that it holds."), "The author")[1] == "Ann Berg"


def test_you_is_whom_the_comment_addresses() -> None:
    assert (
        resolve(commented("Ms Berg, you claim that it holds.", addresses="Ms Berg"), "you")[1] == "Ann Berg"
    )


def test_first_person_in_the_body_is_the_author() -> None:
    parsed = factories.parsed("I say that it leaks.", authors=("Ann Berg",))
    assert resolve(parsed, "I")[1] == "Ann Berg"


def test_source_outside_any_token_keeps_its_words() -> None:
    parsed = factories.parsed("The dam holds.")
    assert resolve_source(parsed, find_names(parsed, "run_test"), ()) == (None, "")
