import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from sayso.config import DEFAULT_MODEL
from sayso.models.names import TAGGED, TYPES, Name, names, tag


def test_every_type_of_the_recogniser_it_learned_from_has_tags() -> None:
    assert set(spacy.load(DEFAULT_MODEL).get_pipe("ner").labels) == set(TYPES)  # type: ignore[attr-defined]
    assert {tag(kind, begins) for kind in TYPES for begins in (True, False)} == set(range(1, TAGGED))


def numbers(tags: list[str]) -> list[int]:
    return [tag(t[2:], t[0] == "B") if t != "O" else 0 for t in tags]


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ([], []),
        (["O", "B-GPE", "I-GPE", "O"], [Name(1, 3, "GPE")]),
        (["B-GPE", "B-GPE"], [Name(0, 1, "GPE"), Name(1, 2, "GPE")]),
        (["I-GPE", "I-GPE"], [Name(0, 2, "GPE")]),
        (["B-GPE", "I-ORG", "I-ORG"], [Name(0, 3, "ORG")]),
        (["B-GPE", "I-ORG"], [Name(0, 2, "GPE")]),
        (["O", "I-DATE", "O", "I-DATE"], [Name(1, 2, "DATE"), Name(3, 4, "DATE")]),
    ],
)
def test_names_are_read_off_tags(tags: list[str], wanted: list[Name]) -> None:
    assert names(np.array(numbers(tags), np.int64)) == wanted


@given(st.lists(st.sampled_from(range(TAGGED))))
def test_every_tagged_word_is_of_one_name(tags: list[int]) -> None:
    inside = [at for name in names(np.array(tags, np.int64)) for at in range(name.start, name.end)]
    assert inside == [at for at, number in enumerate(tags) if number]
