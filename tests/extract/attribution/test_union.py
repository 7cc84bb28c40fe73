"""The network's attributions beside those of grammar, with the real weights, on invented sentences."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from sayso.extract.attribution import Attribution, find_attributions
from sayso.extract.attribution.learned import learned
from sayso.models import Joined, Marks
from tests.factories import marked, parsed

LAKE = Path(__file__).parents[3] / "examples" / "lake-quarrel"


def words(text: str, found: Attribution) -> tuple[str, str]:
    return (
        " ".join(text[start:end] for start, end in found.source),
        " ".join(text[start:end] for start, end in found.content),
    )


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The ferry union says the harbour board hid the report.",
            "The ferry union",
            "the harbour board hid the report",
        ),
        ("“The quay is lost,” Captain Ruiz said.", "Captain Ruiz", "“The quay is lost"),
        ("Critics of the merger fear higher fares.", "Critics of the merger", "higher fares"),
    ],
)
def test_both_together_find_who_says_what(text: str, source: str, content: str) -> None:
    found = [words(text, one) for one in find_attributions(marked(text))]
    assert any(one == source and content in other for one, other in found)


@pytest.mark.parametrize("text", ["", "I believe the quay is ours.", "The quay is 40 metres long."])
def test_the_speakers_own_words_are_nobody_elses(text: str) -> None:
    assert not any(one.testimony for one in find_attributions(marked(text)))


def test_what_breaks_off_in_mid_phrase_is_read_to_its_end() -> None:
    page = parsed("The ferry union promised to keep the old ferry in service.")
    nothing = np.zeros((0, 3), np.float32)
    found = (Joined((3, 4), ((0, 2),), ((4, 8),), 0.9, 0.9),)
    marks = Marks(found, nothing[:, 0], nothing, nothing[:, :2], np.zeros(0, np.int64))
    (made,) = (reading for _, reading in learned(page, marks))
    assert (made.source.pieces, made.content) == (((0, 3),), ((4, 9),))


def test_figures_read_by_rule_go_before_what_the_network_sees() -> None:
    text = (
        "The number of victims named by the harbour officials made 80; according to the inquiry, it made 310."
    )
    found = {words(text, one) for one in find_attributions(marked(text))}
    assert ("the harbour officials", "The number of victims made 80") in found


def test_a_quotation_in_a_quotation_stays_within_its_parent() -> None:
    text = "“The mayor said, ‘The well is dry,’” Ann Lee told the court."
    found = find_attributions(marked(text))
    (inner,) = (one for one in found if one.parent is not None)
    assert inner.parent is not None
    assert words(text, found[inner.parent])[0] == "Ann Lee"


def test_no_content_is_reported_twice_unless_one_stands_in_the_other() -> None:
    for path in sorted(LAKE.glob("*.txt")):
        found = find_attributions(marked(path.read_text("utf-8")))
        for one, other in combinations(found, 2):
            assert one.content != other.content


def test_without_the_network_grammar_reads_alone() -> None:
    assert parsed("The union says so.").marks is None
