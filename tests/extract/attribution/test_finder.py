"""Attributions end to end, with the real parser, on invented sentences."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attribution import Attribution, find_attributions
from sayso.records import Spans
from tests.factories import document, parsed, parser, segment

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "attribution.jsonl").read_text("utf-8").splitlines()
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
    "text",
    [
        "",
        "   ",
        '"',
        "“”",
        "The river is 40 km long.",
        "I think that the dam is unsafe.",  # the author's own statement
        "We believe the valley is ours.",
        "Picture yourself as a farmer.",  # an order, nobody's words
        "They continued to work in the fields.",
        "It seems to have rained.",
        "Photo Credit: City Maps",
        "Price: Low.\n\nRooms: Small.\n\nPrice: High.\n\nRooms: Large.",  # headings, no conversation
        "the dam was build in 1990 and many peoples lost there homes .nobody came",
    ],
)
def test_where_nobody_is_quoted_nothing_is_found(text: str) -> None:
    assert found(text) == ()


def test_quotation_in_a_quotation_names_its_parent() -> None:
    text = "“The mayor told us, ‘The bridge will close,’ and then he left,” Maria Lopez said."
    outer, inner = found(text)
    assert (outer.parent, inner.parent) == (None, 0)
    assert words(text, inner.source) == ["The mayor"]


def test_wholly_quoted_paragraphs_belong_to_the_last_speaker() -> None:
    text = "“The river is ours,” said Lopez.\n\n“We will not leave.”\n\nThe mine opened in 1990."
    (only,) = found(text)
    assert words(text, only.content) == ["“The river is ours,”", "“We will not leave.”"]


def test_a_paragraph_with_an_odd_mark_leaves_the_next_one_alone() -> None:
    text = 'The mine is 5" deep and " old.\n\nThe mayor said that the bridge would open in May.'
    assert [words(text, a.source) for a in found(text)] == [["The mayor"]]


def test_anybody_is_addressed_in_an_article_but_somebody_in_a_comment() -> None:
    text = "As the author you claim that the dam is safe."
    of = document(text)
    comment = parser().parse(of, [segment(of, "comment")])
    assert found(text) == ()
    assert [words(text, a.source) for a in find_attributions(comment)] == [["you"]]


MARKS = st.sampled_from(['"', "“", "”", "''", "„", "«", "»", "‘", "’", "'", ":", ",", ".", "\n\n", "(", "—"])
PIECES = st.sampled_from(
    [
        "he said",
        "The mayor",
        "according to",
        "the dam is safe",
        "Lopez",
        "who",
        "claims that",
        "their view",
        "told",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKS | PIECES, max_size=25).map(" ".join))
def test_ugly_text_gives_spans_that_hold(text: str) -> None:
    attributions = found(text)
    for number, item in enumerate(attributions):
        assert item.content
        assert item.cue
        assert 0 <= item.confidence <= 1
        assert item.parent is None or item.parent != number
        for start, end in (*item.source, *item.cue, *item.content):
            assert 0 <= start < end <= len(text)
    assert attributions == found(text)
