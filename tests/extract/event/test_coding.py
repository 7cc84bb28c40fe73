import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.event.actor import noun_phrase
from sayso.extract.event.codebook import codebook
from sayso.extract.event.coding import Coding, find_codings
from sayso.parse import ParsedDocument
from sayso.records.figure import Plover
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "events.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
SURE = 0.4


def told(doc: ParsedDocument, one: Coding, wanted: dict[str, Any]) -> bool:
    def names(index: int | None, word: str | None) -> bool:
        return word is None or (index is not None and word in doc.words(noun_phrase(doc, index)))

    return one.code == wanted["code"] and names(one.who, wanted["who"]) and names(one.to, wanted["to"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_events_are_coded_with_actor_and_target(case: dict[str, Any]) -> None:
    doc = parsed(case["text"])
    found = [one for one in find_codings(doc) if one.confidence >= SURE]
    summary = [(one.code, one.who, one.to, doc.words(one.did)) for one in found]
    for wanted in case["events"]:
        assert any(told(doc, one, wanted) for one in found), summary
    if not case["events"]:
        assert not found, summary


def test_every_code_of_the_codebook_is_plover() -> None:
    book = codebook()
    codes = {code for rows in book.verbs.values() for _, code in rows} | set(book.nouns.values())
    assert codes == set(Plover.__args__)  # type: ignore[attr-defined]


def test_spans_hold_the_predicate() -> None:
    doc = parsed("Yesterday, after a long night, rebels attacked the garrison, which fell.")
    (one,) = find_codings(doc)
    assert one.span.covers(one.did)
    assert "which" not in doc.words(one.span)


JUMBLE = [
    "Peru",
    "attacked",
    "was",
    "by",
    "of",
    "visit",
    "not",
    "will",
    "and",
    "which",
    "!",
    "?",
    "to",
    "Mali",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(JUMBLE), max_size=12))
def test_any_jumble_is_coded_without_error(words: list[str]) -> None:
    doc = parsed(" ".join(words))
    for one in find_codings(doc):
        assert 0 <= one.span.start < one.span.end <= len(doc.document.text)
        assert 0 < one.confidence <= 1
