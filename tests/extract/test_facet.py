import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ConfigurationError
from sayso.extract.facet import FacetReader, best, facets, headings_above, load_rubric, plain, weigh
from sayso.records import Span
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "facets.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
HEADINGS = (
    "diplomacy", "trade_energy", "security", "technology_agriculture", "communities_heritage",
    "culture_education_tourism", "conflict", "regional_balance", "media_narrative",
)  # fmt: skip


def found(text: str, words: str | None = None) -> tuple[str, ...]:
    page = parsed(text)
    start = text.index(words) if words else 0
    return facets(page, (Span(start, start + len(words or text)),), load_rubric())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_sentences_come_under_their_heading(case: dict[str, str]) -> None:
    assert case["facet"] in found(case["text"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_plain_words_need_no_parse(case: dict[str, str]) -> None:
    assert case["facet"] in best(weigh(plain(case["text"]), load_rubric()), load_rubric())


def test_the_default_rubric_has_the_nine_headings_in_order() -> None:
    assert tuple(facet.id for facet in load_rubric().facets) == HEADINGS
    assert all(facet.heading and facet.weights for facet in load_rubric().facets)


def test_the_subheading_above_decides_where_words_say_little() -> None:
    text = "Trade and Energy\n\nIt grew by a third in two years, they wrote, and then it fell again by half."
    assert found(text, "It grew by a third in two years")[0] == "trade_energy"


def test_a_subheading_holds_until_the_next() -> None:
    text = "Security\n\nIt grew a lot in these years.\n\nTourism\n\nIt also grew a lot in those years."
    page = parsed(text)
    above = headings_above(page)
    last = len(page.sentences) - 1
    assert page.sentences[above[last] or 0].i == above[last]
    assert "Tourism" in page.words(
        page.span(page.sentences[above[last] or 0].start, page.sentences[last].start)
    )


def test_words_that_say_nothing_give_no_facet() -> None:
    assert found("It was so.") == ()


def test_at_most_two_facets() -> None:
    text = "Embassy, pipeline, army, farm, church, school, war, alliance and newspaper."
    assert len(found(text)) == 2


def test_a_users_rubric_replaces_the_default(tmp_path: Path) -> None:
    path = tmp_path / "rubric.toml"
    path.write_text(
        '[[facet]]\nid = "fish"\nheading = "Fish"\nwords = ["herring", "cod war"]\n', encoding="utf-8"
    )
    rubric = load_rubric(path)
    assert [facet.heading for facet in rubric.facets] == ["Fish"]
    assert best(weigh(plain("The cod war ended."), rubric), rubric) == ("fish",)
    assert best(weigh(plain("The war on cod ended."), rubric), rubric) == ()


@pytest.mark.parametrize(
    "text",
    ["", "facet = 3", "[[facet]]\nwords = []", '[[facet]]\nid = "a"\nwords = "b"', "not toml at all ["],
    ids=["empty", "no table", "no id", "no list", "no toml"],
)
def test_a_rubric_that_does_not_fit_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"mine\.toml"):
        load_rubric(path)


def test_two_facets_of_one_id_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "twice.toml"
    path.write_text('[[facet]]\nid = "a"\n[[facet]]\nid = "a"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="same id"):
        load_rubric(path)


def test_a_missing_rubric_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="nowhere"):
        load_rubric(tmp_path / "nowhere.toml")


@given(st.lists(st.sampled_from(["war", "embassy", "oil", "church", "the", "school"]), max_size=12))
def test_the_order_and_repetition_of_words_does_not_matter(words: list[str]) -> None:
    rubric = load_rubric()
    once = weigh([(word,) for word in sorted(set(words))], rubric)
    assert weigh([(word,) for word in words], rubric) == once


def explained(text: str, words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    page = parsed(text)
    start = text.index(words)
    return FacetReader(page, load_rubric()).explained((Span(start, start + len(words)),))


def test_a_facet_names_the_words_it_is_given_for() -> None:
    text = "The ambassador opened the embassy."
    given, reasons = explained(text, text)
    assert given[0] == "diplomacy"
    assert reasons[0] == "diplomacy: “ambassador”, “embassy”."


def test_a_facet_of_the_heading_or_the_sentences_around_says_so() -> None:
    text = "Trade and Energy\n\nIt grew by a third in two years, they wrote, and then it fell again by half."
    given, reasons = explained(text, "It grew by a third in two years")
    assert given == ("trade_energy",)
    assert reasons == ("trade_energy: the heading above says “trade”, “energy”.",)


def test_there_is_a_reason_for_every_facet_and_words_of_the_users_rubric_in_it(tmp_path: Path) -> None:
    path = tmp_path / "rubric.toml"
    path.write_text('[[facet]]\nid = "fish"\nheading = "Fish"\nstrong = ["cod", "herring quota"]\n')
    page = parsed("The herring quota fell, and the cod vanished.")
    given, reasons = FacetReader(page, load_rubric(path)).explained((Span(0, len(page.document.text)),))
    assert given == ("fish",)
    assert reasons == ("fish: “herring quota”, “cod”.",)


def test_nothing_is_explained_where_no_heading_fits() -> None:
    assert explained("It was so.", "It was so.") == ((), ())
