"""Pages of many styles fall into the parts a reader would see, and state what a reader would know."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.lines import split
from sayso.intake.metadata import Metadata
from sayso.intake.segments import Layout, lay_out, make
from sayso.records import Segment

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / ("cases/layouts.jsonl")).open(encoding="utf-8")
]
BLANK = "\ufeff\u200b\u2060 \n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
PIECES = [
    "Quay to close", "By Ann Low", "3 March 2015", "Photo: Kari Moe", "Comments", "  1. You are wrong.",
    "  2. Dear Ann, I agree.", "Oslo, Norway", "Related Posts", "Comments are closed.", "\u200b", "\x0b",
    "The board voted on Tuesday to close the northern quay for two years, and nobody asked the crews.",
    "Ann Low is a writer.", "Zażółć gęślą jaźń, a potem wróć do domu i odpocznij", "\u2028", "x says:",
    "2 days ago", "👍", "---", "\r\n", "Reply",
]  # fmt: skip


def read(text: str) -> tuple[Layout, tuple[Segment, ...]]:
    layout = lay_out(text, split(text), Metadata())
    return layout, make("doc", layout)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_part_is_known_for_what_it_is(case: dict[str, Any]) -> None:
    text = case["separator"].join(part for _, part in case["pieces"])
    layout, segments = read(text)
    kinds = {at: one.kind for one in segments for at in range(one.start, one.end)}
    at = 0
    for kind, part in case["pieces"]:
        at = text.index(part, at)
        found = {kinds.get(n) for n in range(at, at + len(part)) if not text[n].isspace()}
        assert found == {kind}, (part, found)
        at += len(part)
    for field, wanted in case["document"].items():
        got = layout.language if field == "language" else getattr(layout.metadata, field)
        assert (list(got) if isinstance(got, tuple) else got) == wanted, field


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=14),
    st.sampled_from(["\n", "\n\n"]),
)
def test_segments_cover_the_ink_in_order(pieces: list[str], separator: str) -> None:
    text = separator.join(pieces)
    _, segments = read(text)
    assert all(one.end <= two.start for one, two in pairwise(segments))
    assert [one.order for one in segments] == list(range(1, len(segments) + 1))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in segments)
    inked = {n for one in segments for n in range(one.start, one.end)}
    loose = "".join(text[n] for n in range(len(text)) if n not in inked)
    assert not loose.strip().strip(BLANK)


def test_two_authors_are_one_joined_voice() -> None:
    _, segments = read(
        "Quay to close\n\nAuthors: Siri Hagen and Tor Vik\n\nThe board voted on Tuesday to close the "
        "northern quay for two years."
    )
    assert {one.speaker for one in segments if one.kind in {"title", "body"}} == {"Siri Hagen and Tor Vik"}
    assert {one.speaker for one in segments if one.kind == "bio"} == {None}


def test_layout_does_not_depend_on_what_was_read_before() -> None:
    text = CASES[0]["separator"].join(part for _, part in CASES[0]["pieces"])
    first = read(text)
    read(
        "Ein ganz anderer Text, der auf Deutsch geschrieben ist und dazwischen gelesen wurde, damit "
        "man es sieht."
    )
    assert read(text) == first
