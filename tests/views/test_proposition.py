"""Which statement puts a question best."""

import pytest

from sayso.records import Segment, Statement
from sayso.views.proposition import heading_words, unfitness


def statement(text: str) -> Statement:
    return Statement(
        id="stm_a", document="doc_a", segment="seg_a", content=(), text=text, mode="own", voice_name="A. Berg"
    )


BETTER = [
    ("The harbour of Velm is older than the castle", "which is older than the castle of the harbour"),
    ("The harbour of Velm is older than the castle", "I know that Velm is older"),
    ("The harbour of Velm is older than the castle", "second it is older than the castle"),
    ("The harbour of Velm is older than the castle", "This is the oldest harbour of all"),
    ("The harbour of Velm is older than the castle", "The harbour … is older than all"),
    ("that its harbours are older than the castle", "second there were harbours of old"),
    ("The harbour is old, older than the castle", "The harbour is the oldest one, older than the castle"),
]


@pytest.mark.parametrize(("better", "worse"), BETTER)
def test_whole_plain_statement_makes_the_heading(better: str, worse: str) -> None:
    assert unfitness(statement(better), None, 0) < unfitness(statement(worse), None, 0)


def test_comments_and_names_in_small_letters_come_after() -> None:
    said = statement("The harbour of Velm is older than the castle")
    comment = Segment(id="seg_a", document="doc_a", start=0, end=9, order=0, kind="comment")
    assert unfitness(said, None, 3) < unfitness(said, comment, 0)
    assert unfitness(said, comment, 0) < unfitness(said, comment, 1)


def test_heading_leaves_out_the_word_that_led_to_it() -> None:
    assert heading_words(statement("that the harbour\n is old")) == "the harbour is old"
    assert heading_words(statement("Thatch burns in Velm")) == "Thatch burns in Velm"
