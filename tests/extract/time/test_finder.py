import json
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.time import find_times
from sayso.extract.time.recogniser import Stretch, recognise
from sayso.records import Statement
from sayso.records.codec import from_plain
from tests.factories import document, parsed, parser, segment

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "times.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:60]} ({case['published']})")
def test_times_are_found_with_their_values(case: dict[str, Any]) -> None:
    found = find_times(parsed(case["text"], published=case["published"]), ())
    assert [{"text": t.text, "edtf": t.edtf, "type": t.type} for t in found] == case["times"]


@pytest.mark.parametrize("value", sorted({t["edtf"] for case in CASES for t in case["times"] if t["edtf"]}))
def test_values_are_edtf(value: str) -> None:
    assert str(parse_edtf(value)) == value


def test_offsets_hold_in_the_document() -> None:
    text = "Old news.\n\nIn May 1961 they met.\n\nA year later they parted."
    for time in find_times(parsed(text), ()):
        assert text[time.start : time.end] == time.text


def test_comment_is_not_dated_by_the_article() -> None:
    text = "Last month they left."
    of = document(text, published="2024-05-15")
    times = find_times(parser().parse(of, [segment(of, "comment", speaker="commenter 1")]), ())
    assert [(time.text, time.edtf) for time in times] == [("Last month", None)]


def test_unspoken_text_is_read_for_full_dates_only() -> None:
    text = "Home 2023 | 17 May 2003, 15:19 | last month"
    of = document(text, published="2024-05-15")
    times = find_times(parser().parse(of, [segment(of, "boilerplate")]), ())
    assert [(time.text, time.edtf) for time in times] == [("17 May 2003, 15:19", "2003-05-17")]


def test_other_languages_are_not_read() -> None:
    of = document("Am 3. Juni 1987 war es 1999.", language="de")
    assert find_times(parser().parse(of, [segment(of)]), ()) == ()


def test_year_of_publication_alone_anchors_years() -> None:
    times = find_times(
        parsed("Last year they met. Last month they left. Today it rains.", published="2024"), ()
    )
    assert [time.edtf for time in times] == ["2023", None, None]


def test_time_belongs_to_the_smallest_statement_preferring_attributed_ones() -> None:
    text = "The mayor said the bridge fell in 1999."
    doc = parsed(text)

    def statement(name: str, mode: str, start: int) -> Statement:
        fields = {
            "id": name, "document": doc.document.id, "segment": "seg", "text": text[start:],
            "content": ((start, len(text)),), "mode": mode, "voice_name": "the mayor",
        }  # fmt: skip
        return from_plain(fields, Statement)

    own, said = statement("stm_a", "own", 15), statement("stm_b", "indirect", 0)
    assert find_times(doc, (own, said))[0].statement == "stm_b"
    assert find_times(doc, (own,))[0].statement == "stm_a"
    assert find_times(doc, ())[0].statement is None


PIECES = [
    "In", "1999", "2019-02-30", "the", "last", "two", "years", "ago", "later", "May", "31", "March",
    "century", "99th", "0", "BC", "next", "Monday", "same", "day", "quarter", "of", "'80s", "-",
    "–", ".", "half", "a", "every", "decade", "spring", "12:99", "pm", "Q4", "AD", "9999",
    "million", "Easter", "fifth", "following",
]  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from([None, "2024-05-15", "2024-02", "0001", "9999-12-31"]),
)
def test_any_jumble_gives_valid_edtf_or_none(pieces: list[str], published: str | None) -> None:
    for time in find_times(parsed(" ".join(pieces), published=published), ()):
        assert time.edtf is None or parse_edtf(time.edtf) is not None


@pytest.mark.parametrize("text", ["a" * 200_000, "the " + " " * 100_000 + "last", "1-" * 20_000])
def test_endless_lines_are_read_in_linear_time(text: str) -> None:
    assert list(recognise(text, Stretch(0, len(text)))) == []
