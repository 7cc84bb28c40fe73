"""Who can speak, and what is said: cases in tests/cases/testimonies.jsonl."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attribution import Attribution, find_attributions
from sayso.extract.testimony import only_testimony
from sayso.records import Span
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "testimonies.jsonl").read_text("utf-8").splitlines()
]


def place(text: str, words: str | None) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text'][:30]}")
def test_only_what_somebody_says_is_kept(case: dict[str, Any]) -> None:
    text = case["text"]
    source, cue, content = (place(text, case[role]) for role in ("source", "cue", "content"))
    one = Attribution(source, cue, content, "indirect", 0.9)
    assert bool(only_testimony(parsed(text), (one,))) == case["kept"]


def test_what_hung_on_a_dropped_one_hangs_on_the_one_around_it() -> None:
    text = "The mayor said that the visit showed that the union thought that the dam was safe."
    outer = Attribution(
        place(text, "The mayor"),
        place(text, "said"),
        place(text, "that the visit showed that the union thought that the dam was safe"),
        "indirect",
        0.9,
    )
    mute = Attribution(
        place(text, "the visit"),
        place(text, "showed"),
        place(text, "that the union thought that the dam was safe"),
        "indirect",
        0.9,
        0,
    )
    inner = Attribution(
        place(text, "the union"),
        place(text, "thought"),
        place(text, "that the dam was safe"),
        "indirect",
        0.9,
        1,
    )
    assert [one.parent for one in only_testimony(parsed(text), (outer, mute, inner))] == [None, 0]


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,\"'“”\n:tosaidwho"), max_size=60))
def test_any_text_is_sifted(text: str) -> None:
    page = parsed(text)
    found = find_attributions(page)
    assert {one.content for one in only_testimony(page, found)} <= {one.content for one in found}
