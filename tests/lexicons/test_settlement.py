"""Names like "Old Town" and the words that say where such a place lies."""

import pytest

from sayso.lexicons.settlement import Named, lies_in, settlement


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Old Town", ("old", "town")),
        ("the Upper Fishing Village", ("upper fishing", "village")),
        ("Town", None),
        ("Halden", None),
        ("Halden region", None),
        ("", None),
    ],
)
def test_name_is_taken_apart_at_its_word_for_a_settlement(name: str, parts: tuple[str, str] | None) -> None:
    assert settlement(name) == parts


@pytest.mark.parametrize(
    ("text", "lies"),
    [
        ("OLD of FOO", True),
        ("OLD in the FOO", True),
        ("OLD of New Belmere's FOO", True),
        ("OLD (FOO)", True),
        ("FOO (OLD)", True),
        ("FOO's OLD", True),
        ("OLD and FOO", False),
        ("OLD, FOO", False),
        ("OLD near FOO", False),
        ("FOO OLD", False),
        ("OLD of the road to FOO", False),
    ],
)
def test_words_between_two_names_say_whether_one_lies_in_the_other(text: str, lies: bool) -> None:
    old, foo = (Named(text.index(name), text.index(name) + 3, name) for name in ("OLD", "FOO"))
    assert lies_in(text, old, foo) is lies
