"""How an event is told, done and meant, and what its parties are."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.entity import find_names
from sayso.extract.event import find_events
from sayso.extract.event.context import contexts
from sayso.extract.event.mode import modes
from sayso.extract.time import find_times
from sayso.lexicons import lexicon, table
from sayso.records import Event
from sayso.records.figure import Plover
from tests.factories import parsed

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases" / "event_details.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
SIDES = ("who", "to")


def events(text: str, published: str | None = None) -> tuple[Event, ...]:
    doc = parsed(text, published=published)
    return find_events(doc, find_names(doc, "run"), (), find_times(doc, ()), "run")


def plain(event: Event) -> dict[str, Any]:
    named = {side: getattr(event, side).name if getattr(event, side) else None for side in SIDES}
    fields = [
        "plover",
        "did",
        "status",
        "mode",
        "when",
        "where",
        "who_country",
        "who_sector",
        "to_country",
        "to_sector",
    ]
    return {name: getattr(event, name) for name in fields} | named | {"context": list(event.context)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_events_are_told_done_and_meant(case: dict[str, Any]) -> None:
    found = [plain(event) for event in events(case["text"])]
    for wanted in case["events"]:
        contexts_wanted = set(wanted.get("context", ()))
        assert any(
            all(one[name] == value for name, value in wanted.items() if name != "context")
            and contexts_wanted <= set(one["context"])
            for one in found
        ), found


def test_there_are_cases_for_every_status_and_for_most_modes() -> None:
    told = {wanted.get("status") for case in CASES for wanted in case["events"]}
    assert told >= {"happened", "denied", "planned", "hypothetical"}
    shown = {
        (wanted["plover"], wanted["mode"])
        for case in CASES
        for wanted in case["events"]
        if wanted.get("mode")
    }
    known = {(row["code"], row["mode"]) for row in table("plover_modes")}
    assert shown <= known
    assert len(shown) >= 0.7 * len(known)


def test_what_is_dated_after_the_text_is_still_to_come() -> None:
    text = "Norway and Chile sign a treaty on 4 May 2031."
    assert {event.status for event in events(text, "2030-01-01")} == {"planned"}
    assert {event.status for event in events(text, "2031-06")} == {"happened"}
    assert {event.status for event in events(text)} == {"happened"}


def test_the_year_of_writing_is_not_after_the_text() -> None:
    assert {event.status for event in events("Norway visited Chile in 2030.", "2030-01-01")} == {"happened"}


def test_modes_are_of_codes_and_contexts_have_words() -> None:
    assert {row["code"] for row in table("plover_modes")} <= set(Plover.__args__)  # type: ignore[attr-defined]
    assert all(words for code in Plover.__args__ for _, words in modes(code))  # type: ignore[attr-defined]
    assert all(words for _, words in contexts())


def test_no_word_names_two_sectors() -> None:
    listed = [word for words in lexicon("sectors")["sectors"].values() for word in words]
    twice = sorted({word for word in listed if listed.count(word) > 1})
    assert set(twice) <= {"association", "crowd", "supporter", "spokesman", "spokeswoman", "secretary"}, twice


def test_swapping_the_sides_swaps_countries_and_sectors() -> None:
    text = "The Norwegian army attacked Swedish farmers."
    (one,) = events(text)
    (other,) = events(
        text.replace("Norwegian", "\0").replace("Swedish", "Norwegian").replace("\0", "Swedish")
    )
    assert (one.who_country, one.to_country) == (other.to_country, other.who_country) == ("NO", "SE")
    assert (one.who_sector, one.to_sector, one.mode, one.context) == (
        other.who_sector, other.to_sector, other.mode, other.context,
    )  # fmt: skip
