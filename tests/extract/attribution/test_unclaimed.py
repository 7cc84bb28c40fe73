"""What the network takes for somebody's words, shared out among its readings, on marks made up here."""

from dataclasses import replace

import numpy as np
import pytest

from sayso.extract.attribution.learned import learned
from sayso.extract.attribution.page import Page
from sayso.extract.attribution.union import united
from sayso.models import Joined, Marks
from tests.factories import parsed


def told(text: str, found: list[Joined], said: tuple[int, int]) -> list[tuple[str, str]]:
    """Cue and content of what is reported where the network finds ``found`` and takes the words ``said`` for
    somebody's."""
    page = parsed(text)
    content = np.full(len(page.tokens), 0.05, np.float32)
    content[slice(*said)] = 0.95
    nothing = np.zeros((len(page.tokens), 3), np.float32)
    marks = Marks(tuple(found), content, nothing, nothing[:, :2], np.zeros(len(page.tokens), np.int64))
    page = replace(page, marks=marks)
    readings = united(learned(page, marks), [], Page(page))

    def words(pieces: tuple[tuple[int, int], ...]) -> str:
        return " | ".join(page.words(page.span(*piece)) for piece in pieces)

    return [
        (page.tokens[one.candidate.cue].text, words(one.content))
        for _, one in sorted(readings, key=lambda pick: pick[1].candidate.cue)
    ]


def test_a_content_runs_on_to_the_end_of_what_is_said() -> None:
    text = "The union said the quay was lost and the ferry with it."
    found = told(text, [Joined((2, 3), ((0, 2),), ((3, 7),), 0.9, 0.9)], (3, 12))
    assert found == [("said", "the quay was lost and the ferry with it")]


def test_it_does_not_run_over_who_speaks() -> None:
    text = "The quay is lost, the union said on the radio."
    found = told(text, [Joined((7, 8), ((5, 7),), ((0, 4),), 0.9, 0.9)], (0, 11))
    assert found == [("said", "The quay is lost")]


@pytest.mark.parametrize(("likelihood", "expected"), [(0.05, ["said"]), (0.001, ["said"])])
def test_words_that_are_said_are_given_to_the_likeliest_cue(likelihood: float, expected: list[str]) -> None:
    text = "The union said that the old quay was lost."
    found = told(text, [Joined((2, 3), ((0, 2),), ((3, 9),), likelihood, 0.9)], (3, 9))
    assert [cue for cue, _ in found] == expected


def test_an_unlikely_cue_without_words_that_are_said_is_none() -> None:
    text = "The union said that the old quay was lost."
    assert told(text, [Joined((2, 3), ((0, 2),), ((3, 9),), 0.05, 0.9)], (0, 0)) == []


def test_what_another_tells_is_cut_out_of_what_is_said() -> None:
    text = "He says he would resign on Friday at noon, calling the plan for the quay a disgrace."
    outer = Joined((1, 2), ((0, 1),), ((2, 18),), 0.6, 0.9)
    inner = Joined((10, 11), ((0, 1),), ((11, 18),), 0.9, 0.9)
    assert told(text, [outer, inner], (0, 0)) == [
        ("says", "he would resign on Friday at noon"),
        ("calling", "the plan for the quay a disgrace"),
    ]
