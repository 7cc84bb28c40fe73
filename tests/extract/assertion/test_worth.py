import pytest

from sayso.extract.assertion.worth import reasons, worth
from tests.factories import parsed


def value(text: str) -> float:
    page = parsed(text)
    return worth(page, range(len(page.tokens)))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Unemployment rose by 3 percent in 2011.", "I love this town."),
        ("Norland sold forty ships to Sudmark.", "We should all be friends."),
        ("The army killed 40 villagers in 1918.", "Thank you so much, my friend."),
        ("The league paid two million crowns.", "Did the league pay?"),
    ],
)
def test_what_can_be_checked_ranks_higher(more: str, less: str) -> None:
    assert value(more) > value(less)


def test_reasons_are_named() -> None:
    page = parsed("I think prices rose by 3 percent?")
    found = reasons(page, range(len(page.tokens)))
    assert found["speaker"] == found["opinion"] == found["question"] == found["measure"] == 1


def test_nothing_is_worth_something_between_none_and_all() -> None:
    assert 0 < value("Ok.") < 0.5
