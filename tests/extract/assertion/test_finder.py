import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.assertion import find_assertions
from sayso.extract.attribution import Attribution
from sayso.parse import ParsedDocument
from sayso.records import Span
from tests.factories import document, parsed, parser, segment

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "assertions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def read(text: str, kind: Any = "body") -> ParsedDocument:
    of = document(text)
    return parser().parse(of, [segment(of, kind=kind)])


def texts(page: ParsedDocument, *attributions: Attribution) -> list[str]:
    return [
        " … ".join(page.words(span) for span in one.content) for one in find_assertions(page, attributions)
    ]


def said(page: ParsedDocument, source: str, cue: str, content: str) -> Attribution:
    def place(words: str) -> tuple[Span, ...]:
        start = page.document.text.index(words)
        return (Span(start, start + len(words)),)

    return Attribution(place(source), place(cue), place(content), "indirect", 1.0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_sentences_are_cut_into_the_statements_they_make(case: dict[str, Any]) -> None:
    page = read(case["text"], case.get("kind", "body"))
    assert sorted(texts(page)) == sorted(case["own"]), case.get("reason", "")


def test_the_cases_are_many_enough_to_mean_something() -> None:
    assert len(CASES) >= 100


def test_what_is_attributed_is_left_to_its_source() -> None:
    page = parsed("The mayor said the bridge was sold in 1999.")
    assert texts(page, said(page, "The mayor", "said", "the bridge was sold in 1999")) == []


def test_an_act_or_stance_is_put_forward_by_whoever_tells_it() -> None:
    page = parsed("The dockers' union rejected the sale of the pier.")
    found = texts(page, said(page, "The dockers' union", "rejected", "the sale of the pier"))
    assert found == ["The dockers' union rejected the sale of the pier"]


def test_a_name_given_is_left_to_who_gives_it() -> None:
    page = parsed("The islanders refer to the strait as the Narrow Sea.")
    assert texts(page, said(page, "The islanders", "refer", "the strait as the Narrow Sea")) == []


def test_a_frame_with_only_an_adverbial_beside_it_is_no_statement() -> None:
    page = parsed("Against the backdrop of the strike, some experts consider the mine lost.")
    assert texts(page, said(page, "some experts", "consider", "the mine lost")) == []


def test_a_second_predicate_of_a_speaker_is_a_statement() -> None:
    page = parsed("Norland wants the war to end and has repeatedly expelled journalists from its islands.")
    found = texts(page, said(page, "Norland", "wants", "the war to end"))
    assert found == ["Norland … has repeatedly expelled journalists from its islands"]


def test_a_clause_of_saying_is_cut_out_of_the_clause_around_it() -> None:
    page = parsed("Norland seized the northern half of the lake that the islanders consider to be their own.")
    found = texts(page, said(page, "the islanders", "consider", "to be their own"))
    assert found == ["Norland seized the northern half of the lake"]


def test_brackets_stay_in_pairs() -> None:
    page = parsed("The mill burned down in the year of the great flood (1911).")
    assert texts(page) == ["The mill burned down in the year of the great flood (1911)"]


def test_a_run_of_text_without_sentences_is_left_alone() -> None:
    page = parsed("he said that she knew that " * 130 + "\n\nThe mine closed in 1994.")
    assert texts(page) == ["The mine closed in 1994"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab N.,:;?!()“”\"'—-\n1940%$ was the", max_size=120))
def test_odd_text_gives_spans_inside_it_and_never_an_error(text: str) -> None:
    page = read(text, "comment")
    for one in find_assertions(page, ()):
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)
        assert list(one.content) == sorted(one.content)
        assert 0 <= one.confidence <= 1
