import pytest

from sayso.extract.standing import standing
from tests.factories import parsed


@pytest.mark.parametrize(
    ("text", "event", "polarity", "modality"),
    [
        ("The mine closed in May.", "closed", "asserts", "certain"),
        ("The mine did not close in May.", "close", "denies", "certain"),
        ("The league failed to pay the players.", "pay", "denies", "certain"),
        ("The league did not fail to pay the players.", "pay", "asserts", "certain"),
        ("The league wants to pay the players.", "pay", "asserts", "hypothetical"),
        ("The union demands talks.", "talks", "asserts", "hypothetical"),
        ("The mayor said the bridge was sold.", "sold", "asserts", "certain"),
        ("The mayor said the bridge might be sold.", "sold", "asserts", "hypothetical"),
        ("The town began to rebuild the school.", "rebuild", "asserts", "certain"),
        ("The union warned of a possible strike.", "strike", "asserts", "hypothetical"),
        ("The league did not see a strike.", "strike", "denies", "certain"),
        ("No ships arrived.", "arrived", "denies", "certain"),
        ("Did the league pay the players?", "pay", "questions", "certain"),
    ],
)
def test_what_surrounds_an_event_decides_its_standing(
    text: str, event: str, polarity: str, modality: str
) -> None:
    page = parsed(text)
    at = next(token.i for token in page.tokens if token.text == event)
    assert standing(page, at) == (polarity, modality)
