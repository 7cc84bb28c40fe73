"""Pairs of invented statements and the relation a reader would see between them."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.align.compare.quantity import compare_quantities
from sayso.align.compare.tally import find_sums
from sayso.align.relation import compare_pair
from tests.align.speech import Said, commonplace, document, pair, utterances

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "case", rows("figure_pairs.jsonl"), ids=lambda case: case["a"][:20] + "/" + case["b"][:20]
)
def test_figures_conflict_agree_or_count_different_things(case: dict[str, Any]) -> None:
    a, b, _ = pair(
        Said(case["a"], "Ada Holm", figures=[case["x"]]), Said(case["b"], "Ben Rook", figures=[case["y"]])
    )
    found = compare_quantities(a, b)
    assert (found and found.relation) == case["relation"]


@pytest.mark.parametrize(
    "case", rows("wording_pairs.jsonl"), ids=lambda case: case["a"][:20] + "/" + case["b"][:20]
)
def test_wordings_relate_as_a_reader_would_say(case: dict[str, Any]) -> None:
    a, b, _ = pair(said(case, case["a"]), case["b"])
    found = compare_pair(a, b, commonplace(a, b))
    assert (found and found.relation) == case["relation"]


@pytest.mark.parametrize("case", rows("wording_pairs.jsonl"), ids=lambda case: case["a"][:20])
def test_swapping_the_two_sides_changes_no_relation(case: dict[str, Any]) -> None:
    swapped = {key: swap(case[key]) for key in ("a", "b")}
    relations = []
    for texts in (case, swapped):
        a, b, _ = pair(said(case, texts["a"]), texts["b"])
        found = compare_pair(a, b, commonplace(a, b))
        relations.append((found.relation, found.kind, found.confidence) if found else None)
    assert relations[0] == relations[1]


def said(case: dict[str, Any], text: str) -> Said:
    """The first statement of a case."""
    polarity, modality = case.get("a_polarity", "asserts"), case.get("a_modality", "certain")
    return Said(text, "Ada Holm", polarity=polarity, modality=modality)


def swap(text: str) -> str:
    return (
        text.replace("Norland", "\0")
        .replace("Sudrian", "Norlander")
        .replace("Sudria", "Norland")
        .replace("\0er", "Sudrian")
        .replace("\0", "Sudria")
    )


def test_parts_that_follow_a_total_add_up_to_it() -> None:
    def figure(text: str, value: int, of: str) -> list[dict[str, object]]:
        return [{"text": text, "value": value, "unit": "people", "of": of}]

    said = utterances(
        document(
            "a.txt",
            [
                Said(
                    "1,500 islanders live in Sudria",
                    figures=figure("1,500", 1500, "islanders live in Sudria"),
                ),
                Said("1,000 islanders fish", figures=figure("1,000", 1000, "islanders fish")),
                Said("500 islanders farm", figures=figure("500", 500, "islanders farm")),
            ],
        )
    )
    found = list(find_sums(said))
    assert [one.relation for one in found] == ["corroborates", "corroborates"]
    assert "1,000 + 500 = 1,500" in found[0].reason


def test_reason_says_what_is_counted_in_the_shorter_words_but_not_as_it() -> None:
    long = {
        "text": "900",
        "value": 900,
        "unit": "families",
        "of": "after the flood of the delta families moved",
    }
    said = Said("After the flood of the delta 900 families moved", "Ada Holm", figures=[long])
    for of in ("families moved", "it made families"):
        short = {"text": "400", "value": 400, "unit": "families", "of": of}
        a, b, _ = pair(said, Said("400 families moved after the flood", "Ben Rook", figures=[short]))
        found = compare_quantities(a, b)
        assert found is not None
        assert found.reason.endswith(f"for {long['of'] if of.startswith('it ') else of}.")


def test_a_figure_without_unit_counts_what_the_one_before_it_counted() -> None:
    text = "The guard reported 12 deaths, an inquiry put the toll at 40"
    figures = [
        {"text": "12", "value": 12, "unit": "deaths", "of": "guard reported deaths"},
        {"text": "40", "value": 40, "of": "inquiry put the toll at"},
    ]
    (said,) = utterances(document("a.txt", [Said(text, figures=figures)]))
    assert [figure.unit for figure in said.quantities] == ["people", "people"]


def test_one_voice_in_one_text_does_not_contradict_itself() -> None:
    figure = {"value": 900, "unit": "families", "of": "families moved", "text": "900"}
    other = {"value": 400, "unit": "families", "of": "families moved", "text": "400"}
    a, b, _ = pair(
        Said("900 families moved", figures=[figure]), Said("400 families moved", figures=[other]), apart=False
    )
    assert compare_quantities(a, b) is None
