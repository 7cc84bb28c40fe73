"""Names are found, typed and joined within a document; cases in tests/cases/mentions.jsonl."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.entity import Naming, find_names
from sayso.extract.entity.naming import key_of
from tests import factories

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "mentions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def name(text: str, **fields: object) -> Naming:
    return find_names(factories.parsed(text, **fields), "run_test")


def last(naming: Naming, form: str) -> str | None:
    found = [m.entity for m in naming.mentions if " ".join(m.text.split()) == form]
    assert found, f"{form!r} is no mention; these are: {[m.text for m in naming.mentions]}"
    return found[-1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_forms_are_found_typed_and_joined(case: dict[str, Any]) -> None:
    naming = name(case["text"])
    found = {form: last(naming, form) for form in case["forms"]}
    for one, other in case["same"]:
        assert found[one] == found[other], f"{one} is not {other}"
    for one, other in case["apart"]:
        assert found[one] != found[other], f"{one} is taken for {other}"
    kinds = {form: naming.by_id[str(found[form])].type for form in case["types"]}
    assert kinds == case["types"]


def test_mention_stands_where_its_text_stands() -> None:
    text = "Mayor  Linda\nOkafor said that the U.S. Congress would visit Lake  Orra."
    for mention in name(text).mentions:
        assert text[mention.start : mention.end] == mention.text


def test_every_mention_leads_to_a_referent() -> None:
    naming = name("Peruvian President Ana Lucero left Lima; Lima said that Bolivia had agreed.")
    assert {m.entity for m in naming.mentions} <= set(naming.by_id)


def test_capital_that_speaks_is_its_government() -> None:
    naming = name("Lima and La Paz are high. Peru is poor. Lima accused Bolivia of fraud. Rain fell in Lima.")
    acting, raining = [m.entity for m in naming.mentions if m.text == "Lima"][1:]
    assert naming.by_id[str(acting)].name == "Government of Peru"
    assert naming.by_id[str(raining)].stands_for == acting


def test_seat_stands_for_its_government() -> None:
    naming = name("The Kremlin denied everything. Reporters waited.")
    seat = naming.by_id[str(last(naming, "Kremlin"))]
    assert naming.by_id[str(seat.stands_for)].name == "Government of Russia"


def test_speakers_have_referents_and_commenters_no_names() -> None:
    document = factories.document("Ann Berg wrote this. Nice.", authors=("Ann Berg",), outlet="Lake Times")
    segments = [
        factories.segment(document, end=20),
        factories.segment(document, "comment", start=21, order=1, speaker="commenter 1"),
    ]
    naming = find_names(factories.parser().parse(document, segments), "run_test")
    assert set(naming.speakers) == {"Ann Berg", "Lake Times", "commenter 1"}
    assert naming.speakers["Ann Berg"] == last(naming, "Ann Berg")
    assert naming.by_id[naming.speakers["commenter 1"]].names == ()
    assert naming.by_id[naming.speakers["Lake Times"]].type == "organisation"


def test_outlet_and_author_are_found_where_the_text_names_them() -> None:
    naming = name(
        "Tidings of Orra\n\nby ann berg\n\nIt rained.", outlet="Tidings of Orra", authors=("ann berg",)
    )
    assert last(naming, "Tidings of Orra") == naming.speakers["Tidings of Orra"]
    assert last(naming, "ann berg") == naming.speakers["ann berg"]


def test_same_text_gives_same_records() -> None:
    text = "Ms Berg met the Lake Board (LB). LB thanked Berg, and Danish farmers left."
    assert name(text) == name(text)


QUARREL = (
    "{a} accused {b} of breaking the truce. {an} farmers fled; {bn} soldiers stayed. {ap} and {bp} have "
    "quarrelled since 1950. {an} President Ilse Brandt met {bn} Prime Minister Tom Reyes. The {an} people "
    "want peace, {bp} say. Priests in {a} and {b} prayed. The {an}-{bn} border is closed."
)
SIDES = [
    ("Peru", "Peruvian", "Peruvians"),
    ("Bolivia", "Bolivian", "Bolivians"),
    ("Kenya", "Kenyan", "Kenyans"),
]


def shape(one: tuple[str, str, str], other: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Mentions with the sides' words replaced by letters."""
    words = dict(zip(("a", "an", "ap"), one, strict=True)) | dict(zip(("b", "bn", "bp"), other, strict=True))
    naming = name(QUARREL.format(**words))
    plain: list[tuple[str, str]] = []
    for mention in naming.mentions:
        text = mention.text
        for key, word in sorted(words.items(), key=lambda item: -len(item[1])):
            text = text.replace(word, f"<{key}>")
        plain.append((text, mention.type))
    return plain


@pytest.mark.parametrize(("one", "other"), [(SIDES[0], SIDES[1]), (SIDES[1], SIDES[2]), (SIDES[2], SIDES[0])])
def test_swapping_the_sides_swaps_the_names_only(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assert shape(one, other) == shape(other, one)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aab Ü.,-–/()“”'’\"0\n"), max_size=60))
def test_odd_text_gives_names_or_none_but_no_error(text: str) -> None:
    for mention in name(text).mentions:
        assert text[mention.start : mention.end] == mention.text


def test_outlet_in_the_masthead_is_a_mention_without_its_article() -> None:
    text = "The Halden Tribune\n\nRain fell in the valley."
    document = factories.document(text, outlet="The Halden Tribune")
    segments = [
        factories.segment(document, "navigation", end=18),
        factories.segment(document, "body", start=20, order=1),
    ]
    naming = find_names(factories.parser().parse(document, segments), "run_test")
    assert [(m.text, m.entity) for m in naming.mentions] == [
        ("Halden Tribune", naming.speakers["The Halden Tribune"])
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_every_two_names_of_one_thing_tell_why_they_are_one(case: dict[str, Any]) -> None:
    for referent in name(case["text"]).referents:
        told = {key_of(one) for joint in referent.joints for one in (joint.one, joint.other)}
        different = {key_of(one) for one in referent.names}
        assert len(different) < 2 or different <= told, (referent.names, referent.joints)
