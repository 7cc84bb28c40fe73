"""Names are compared by words; cases in tests/cases/names.jsonl."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.align.compare.name import Kind, align_words, compare_names
from sayso.align.compare.spelling import likeness, words_of

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "names.jsonl").read_text(encoding="utf-8").splitlines()
]
SURE = 0.8


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']} / {case['b']}")
def test_pair_is_told_as_people_tell_it(case: dict[str, Any]) -> None:
    found = compare_names(case["a"], case["b"], case["kind"])
    assert (found.score >= SURE) == case["same"], f"{found} ({case['reason']})"


KINDS = st.sampled_from(get_args(Kind))
PIECES = ("Al-", "bin", "Dr.", "Kim", "J.", "Jr.", "Орлов", "Berg", "Inc", "two", "hundred", "and", "null")
SIGNS = ("née", "/", "North", "44", "김도윤", "לביא", "million", "a.k.a.")
NAMES = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES + SIGNS), max_size=6).map(" ".join))


@given(NAMES, NAMES, KINDS)
def test_comparison_is_symmetric_and_bounded(one: str, other: str, kind: Kind) -> None:
    there, back = compare_names(one, other, kind), compare_names(other, one, kind)
    assert there.score == pytest.approx(back.score, abs=1e-3)
    assert 0.0 <= there.score <= 1.0


@given(st.text(alphabet="abcdefgh ", min_size=1, max_size=30).filter(str.strip))
def test_name_is_itself(name: str) -> None:
    assert compare_names(name, name).score == 1.0


def test_reason_names_the_words_that_differ() -> None:
    assert "“nowak” against “kowalczyk”" not in compare_names("Ann Nowak", "Ann Nowak").reason
    assert "on one side only" in compare_names("Ann Maria Nowak", "Ann Nowak", "person").reason


def test_every_word_is_used_once() -> None:
    pairs = align_words(words_of("Ann Ann Nowak"), words_of("Nowak Ann"))
    assert sorted(pair.one for pair in pairs) == ["ann", "ann", "nowak"]
    assert sorted(pair.other for pair in pairs) == ["", "ann", "nowak"]


def test_figures_never_resemble_each_other() -> None:
    assert likeness("2004", "2005") == 0.0
