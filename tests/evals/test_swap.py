from hypothesis import given
from hypothesis import strategies as st

from evals.swap import Swap

SWAP = Swap([("Ostia", "Ur"), ("Ostian", "Urian")])


def test_whole_names_are_exchanged_both_ways() -> None:
    assert SWAP.text("Ur and Ostia: an Ostian, not a Durian") == "Ostia and Ur: an Urian, not a Durian"


@given(st.lists(st.sampled_from(["Ur", "Ostia", "Ostian", "Urian", "x", " ", ", ", "\n"]), max_size=20))
def test_twice_is_never(words: list[str]) -> None:
    text = "".join(words)
    assert SWAP.text(SWAP.text(text)) == text


@given(st.lists(st.sampled_from(["Ur", "Ostia", "plain", "Urian"]), min_size=1, max_size=12))
def test_places_follow_the_words(words: list[str]) -> None:
    text, moved = " ".join(words), SWAP.place(" ".join(words))
    start = 0
    for word in words:
        end = start + len(word)
        assert SWAP.text(text)[moved(start) : moved(end)] == SWAP.text(word)
        start = end + 1
