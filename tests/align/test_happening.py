"""Tellings of one happening are found across documents, whatever their order, and nothing else is joined."""

import msgspec
import pytest

from sayso.align import align
from sayso.extract import extract_document
from sayso.records import Event, Extraction, Happening
from tests.factories import parsed

RUN = "run_00000000000000000000"


def read(text: str, name: str) -> Extraction:
    doc = parsed(text, uris=(name,), id=f"doc_{name}")
    return extract_document(doc, RUN)


def told(*texts: str) -> tuple[list[Happening], dict[str, Event]]:
    """The happenings with several tellings, and all events by id."""
    read_all = [read(text, f"{number:020d}") for number, text in enumerate(texts)]
    found = align(read_all, RUN).happenings
    assert found == align(read_all[::-1], RUN).happenings
    events = {event.id: event for one in read_all for event in one.events}
    assert sorted(event for one in found for event in one.events) == sorted(events)
    return [one for one in found if len(one.events) > 1], events


ONE = {
    "other words and voice": (
        "In June 2019 the Norwegian foreign minister met the Chilean president in Oslo.",
        "In June 2019 talks between Norway's foreign minister and the president of Chile were held in Oslo.",
    ),
    "a day within a year": (
        "On 4 May 1992 Norway established diplomatic relations with Peru.",
        "Norway and Peru established diplomatic relations in 1992.",
    ),
    "passive and active": (
        "Forty dockers were arrested by police on 3 July 2019.",
        "Police arrested forty dockers in July 2019.",
    ),
    "one gives no date": (
        "Ghana expelled the Togolese ambassador in 2003.",
        "Years ago Ghana expelled the Togolese ambassador.",
    ),
    "done and denied": (
        "Chile attacked Peru in 1881.",
        "Chile did not attack Peru in 1881.",
    ),
}
TWO = {
    "two years": ("The Dutch king visited Brazil in 1997.", "The Dutch king visited Brazil in 2016."),
    "two targets": ("Chile attacked Peru in 1881.", "Chile attacked Bolivia in 1881."),
    "the other way round": ("Chile attacked Peru in 1881.", "Peru attacked Chile in 1881."),
    "two persons": ("Ann Smith visited Malta in May 2001.", "Tom Brown visited Malta in May 2001."),
    "only supposed": ("Chile attacked Peru in 1881.", "If Chile attacked Peru in 1881, Bolivia gained."),
    "a plan and an undated denial": (
        "Norway will open a consulate in Quito in 2031.", "Norway never opened an embassy in Quito.",
    ),
    "another act": ("Norway praised Chile in 2001.", "Norway sued Chile in 2001."),
}  # fmt: skip


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_tellings_of_one_happening_are_joined(texts: tuple[str, str]) -> None:
    found, events = told(*texts)
    assert len(found) == 1
    (one,) = found
    assert {events[event].document for event in one.events} == {f"doc_{number:020d}" for number in (0, 1)}
    assert one.reasons
    assert all(reason.endswith(".") for reason in one.reasons)


@pytest.mark.parametrize("texts", TWO.values(), ids=TWO)
def test_two_happenings_stay_two(texts: tuple[str, str]) -> None:
    assert told(*texts)[0] == []


def test_a_denial_is_named_as_contested() -> None:
    ((one,), _) = told(*ONE["done and denied"])
    assert one.contested == ("polarity",)


def test_dates_that_exclude_each_other_are_named_where_a_link_says_it_is_one_event() -> None:
    found, _ = told(
        "The harbour club was founded by Ann Smith in 1908.", "Ann Smith founded the harbour club in 1911."
    )
    dated = [one for one in found if len(one.when) > 1]
    assert all(one.contested == ("date",) for one in dated)


def test_an_undated_telling_that_fits_two_is_counted_to_none() -> None:
    found, _ = told(
        "Chile attacked Peru in 1836.",
        "Chile attacked Peru with its fleet in 1879.",
        "Chile attacked Peru long ago.",
    )
    assert found == []


def test_a_happening_has_all_dates_of_its_tellings_the_earliest_first() -> None:
    ((one,), _) = told(*ONE["a day within a year"])
    assert one.when == ("1992", "1992-05-04")
    assert one.contested == ()


def test_without_events_there_are_none() -> None:
    assert told("The weather was mild.")[0] == []


def test_records_are_made_of_entities() -> None:
    read_all = [read(text, f"{number:020d}") for number, text in enumerate(ONE["done and denied"])]
    aligned = align(read_all, RUN)
    entities = {entity.id for entity in aligned.entities}
    named = [party.entity for one in aligned.happenings for party in (one.who, one.to) if party]
    assert named
    assert set(named) <= entities
    assert (
        msgspec.json.decode(msgspec.json.encode(aligned.happenings[0]), type=Happening)
        == aligned.happenings[0]
    )
