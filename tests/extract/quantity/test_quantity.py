"""Figures as written and as normalised: cases as data, and what must hold for any text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.entity import Naming
from sayso.extract.quantity import find_quantities
from sayso.records import Mention, Quantity, Referent, Span, Statement, Time
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "quantities.jsonl").read_text("utf-8").splitlines()
]
FIELDS = ("text", "relation", "value", "low", "high", "unit")


def quantities(text: str, times: tuple[Time, ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(parsed(text), Naming(), (), times)


def time(text: str, words: str, edtf: str | None, kind: str = "date") -> Time:
    start = text.index(words)
    return Time(
        id="tim_1", document="doc", statement=None, start=start, end=start + len(words), text=words,
        edtf=edtf, type="duration" if kind == "duration" else "date",
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_figure_is_read_as_written(case: dict[str, Any]) -> None:
    found = [{field: getattr(q, field) for field in FIELDS} for q in quantities(case["text"])]
    assert found == [{field: wanted[field] for field in FIELDS} for wanted in case["quantities"]]


def test_there_are_enough_cases_with_and_without_figures() -> None:
    assert len(CASES) >= 150
    assert sum(not case["quantities"] for case in CASES) >= 40


def test_date_is_no_quantity_but_duration_is() -> None:
    text = "Two weeks later the strike, which lasted forty days, ended."
    dated = (time(text, "Two weeks later", None), time(text, "forty days", None, "duration"))
    assert [q.text for q in quantities(text, dated)] == ["forty days"]


def test_bare_number_below_any_modern_year_is_a_figure_though_a_time_was_seen_in_it() -> None:
    text = "The toll rose within a week to 1234."
    assert [q.value for q in quantities(text, (time(text, "1234", "1234"),))] == [1234]


def test_time_of_the_clause_dates_the_figure() -> None:
    text = "Trade reached 40 million euros in 2019, after the port had opened in 2012."
    dated = (time(text, "2019", "2019"), time(text, "2012", "2012"))
    (quantity,) = quantities(text, dated)
    assert quantity.when == "2019"


def test_figure_without_a_date_is_undated() -> None:
    assert quantities("The port employs 40 people.")[0].when is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Some 300 Frisians live in the harbour today.", "Frisians live in the harbour"),
        ("The port buys 40 percent of its salt from the island.", "port buys its salt from the island"),
        ("The annual catch exceeded 90 tonnes.", "annual catch"),
        (
            "The navy sank twelve boats of the union near the cape.",
            "navy sank boats of the union near the cape",
        ),
        ("Critics say the guards that burnt 30 tents were drunk.", "guards burnt tents"),
        ("The number of boats named by the union made 80.", "number of boats"),
        ("The number of refugees rose to 500.", "number of refugees"),
        ("Trade rose 4 percent.", "Trade rose"),
        ("The union put the death toll of the storm at 12.", "death toll of the storm"),
        ("The toll, put at 30 by the mayor, was wrong.", "toll"),
        ("They moved to 40 houses.", "They moved to houses"),
    ],
)
def test_counted_thing_is_told_in_the_words_of_the_text(text: str, of: str) -> None:
    dated = (time(text, "today", "2020-01-01"),) if "today" in text else ()
    assert quantities(text, dated)[0].of == of


def test_parties_of_the_clause_are_named() -> None:
    text = "Lorn bought 40 boats from Venda, and Orsk watched."
    naming = Naming(
        mentions=tuple(
            Mention(
                id=f"men_{name}", document="doc", start=text.index(name), end=text.index(name) + len(name),
                text=name, type="country", entity=f"ref_{name}",
            )
            for name in ("Venda", "Lorn", "Orsk")
        ),
        referents=tuple(
            Referent(id=f"ref_{name}", document="doc", name=f"Republic of {name}", type="country")
            for name in ("Lorn", "Venda", "Orsk")
        ),
    )  # fmt: skip
    (quantity,) = find_quantities(parsed(text), naming, (), ())
    assert [(party.entity, party.name) for party in quantity.about] == [
        ("ref_Lorn", "Republic of Lorn"),
        ("ref_Venda", "Republic of Venda"),
    ]


def statement(text: str, words: str, mode: str) -> Statement:
    start = text.index(words)
    return Statement(
        id=f"stm_{mode}_{len(words)}", document="doc", segment="seg",
        content=(Span(start, start + len(words)),), text=words,
        mode="own" if mode == "own" else "indirect", voice_name="somebody",
    )  # fmt: skip


def test_figure_belongs_to_the_smallest_attributed_statement() -> None:
    text = "The mayor said that the guild claims that 90 boats were lost."
    told = statement(text, "the guild claims that 90 boats were lost", "indirect")
    claimed = statement(text, "90 boats were lost", "indirect")
    own = statement(text, "90 boats", "own")
    (quantity,) = find_quantities(parsed(text), Naming(), (own, told, claimed), ())
    assert quantity.statement == claimed.id


def test_figure_outside_every_statement_belongs_to_none() -> None:
    assert quantities("He lost 90 boats.")[0].statement is None


def test_span_holds_the_words_of_the_figure() -> None:
    text = "First line.\n\nMore  than\n200 boats, says *the guild*."
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


def test_full_stop_put_before_the_figure_is_no_decimal_point() -> None:
    text = "We like the old harbour .25 thousand people live there .All of them fish."
    assert [(q.text, q.value) for q in quantities(text)] == [("25 thousand", 25000)]


WORDS = """0 1 2 12 300 1,5 1.500 .5 ½ 1/2 - – to and between from of a an half third dozen hundreds thousands
million bn % percent $ € USD km m2 km/h ° C years old per / ( ) ' " # : . , ; more than up one two twenty
twenty- point in out every none zero couple age aged No. Article May people boats ² minus over or +"""
ALPHABET = st.sampled_from(WORDS.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=14), st.sampled_from(["", " "]))
def test_ugly_text_never_raises_and_spans_stay_true(words: list[str], joint: str) -> None:
    text = joint.join(words)
    end = 0
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        end = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.relation == "range"


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=2101, max_value=10**9))
def test_grouped_digits_round_trip(number: int) -> None:
    (quantity,) = quantities(f"They counted {number:,} boats.")
    assert quantity.value == number


def test_same_text_gives_the_same_ids() -> None:
    text = "They counted 40 boats and 30 nets."
    assert [q.id for q in quantities(text)] == [q.id for q in quantities(text)]
    assert len({q.id for q in quantities(text)}) == 2
