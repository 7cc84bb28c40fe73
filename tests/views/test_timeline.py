"""The timeline tells one happening once, and what is not told as done as such."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.align import align
from sayso.extract import extract_document
from sayso.ledger import Ledger
from sayso.records import Snapshot
from sayso.views.entry import Reader
from sayso.views.timeline import Moment, timeline
from tests.factories import parsed
from tests.invented import RUN

Told = Callable[..., tuple[Moment, ...]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The timeline of texts, each a document of its own."""

    def make(*texts: str, published: str | None = None) -> tuple[Moment, ...]:
        read = [
            extract_document(parsed(text, uris=(f"{number}.txt",), published=published), RUN.id)
            for number, text in enumerate(texts)
        ]
        with Ledger.open(str(tmp_path / "l.db")) as ledger:
            for one in read:
                ledger.save(one, RUN)
            ledger.replace_alignment(align(read, RUN.id), RUN)
            snapshot: Snapshot = ledger.snapshot()
        return timeline(snapshot, Reader(snapshot), snapshot.statements)

    return make


def shown(moments: tuple[Moment, ...]) -> list[tuple[str, list[list[tuple[str, str]]]]]:
    return [
        (
            moment.words,
            [[(one.status, one.date) for one in occasion.tellings] for occasion in moment.occasions],
        )
        for moment in moments
    ]


def test_two_tellings_are_one_entry_under_the_most_exact_date(told: Told) -> None:
    moments = told(
        "On 4 May 1992 Norway established diplomatic relations with Peru.",
        "Norway and Peru established diplomatic relations in 1992.",
    )
    assert shown(moments) == [("4 May 1992", [[("", ""), ("", "1992")]])]


def test_a_telling_without_a_date_stands_beside_the_dated_one(told: Told) -> None:
    moments = told(
        "Ghana expelled the Togolese ambassador in 2003.",
        "Years ago Ghana expelled the Togolese ambassador.",
    )
    assert shown(moments) == [("2003", [[("", ""), ("", "no date given")]])]


def test_a_denial_beside_an_account_is_noted(told: Told) -> None:
    (moment,) = told("Chile attacked Peru in 1881.", "Chile did not attack Peru in 1881.")
    (occasion,) = moment.occasions
    assert sorted(one.status for one in occasion.tellings) == ["", "denied"]
    assert occasion.note == "told as done and denied"


def test_what_is_planned_or_supposed_is_no_fact(told: Told) -> None:
    moments = told(
        "Norway will open an embassy in Lima in 2031. If Peru attacks Chile in 2032, Brazil will expel envoys"
    )
    assert [(words, status) for words, [[(status, _)]] in shown(moments)] == [
        ("2031", "planned"), ("2032", "only supposed"),
    ]  # fmt: skip


def test_two_visits_are_two_entries(told: Told) -> None:
    moments = told("The Dutch king visited Brazil in 1997.", "The Dutch king visited Brazil in 2016.")
    assert [moment.words for moment in moments] == ["1997", "2016"]


def test_a_bound_is_told_as_one(told: Told) -> None:
    moments = told(
        "Norway had no embassy in Lima before 1915. Bolivia has exported gas to Brazil since 1995."
    )
    assert [moment.words for moment in moments] == ["before 1915", "since 1995"]


def test_a_month_and_its_year_are_one_date(told: Told) -> None:
    moments = told("The January riots of 1990 in Lima cost forty lives.")
    assert [moment.words for moment in moments] == ["January 1990"]


def test_the_date_of_a_cited_paper_is_none_of_what_happened(told: Told) -> None:
    text = "The mayor attacked the fishermen's union (Harbour Daily newspaper, 28 April 1992)."
    assert told(text) == ()


def test_the_day_of_writing_is_left_out(told: Told) -> None:
    assert told("Today the mayor met the fishermen.", published="2020-02-02") == ()
