from hypothesis import given
from hypothesis import strategies as st

from sayso.models.windows import CLOSING, OPENING, ROOM, kind, windows

WORDS = st.lists(
    st.tuples(st.sampled_from(["the", "Mayor", "NATO", "said", ".", "yes", "x" * 30]), st.booleans()),
    max_size=400,
)


def pieces_of(word: str) -> list[int]:
    return [2000 + len(word)] * (1 + len(word) // 4)


@given(WORDS)
def test_windows_hold_every_word_once_in_order(text: list[tuple[str, bool]]) -> None:
    words, opens = [word for word, _ in text], [flag for _, flag in text]
    found = list(windows(words, opens, pieces_of))
    assert [at for one in found for at in range(one.start, one.end)] == list(range(len(words)))
    for one in found:
        assert one.pieces[0] == OPENING
        assert one.pieces[-1] == CLOSING
        assert len(one.pieces) == len(one.kinds) <= ROOM + 2
        assert len(one.firsts) == one.end - one.start


def test_a_window_ends_where_a_paragraph_does() -> None:
    words = ["word"] * 300
    opens = [at in (0, 100, 200) for at in range(300)]
    assert [(one.start, one.end) for one in windows(words, opens, lambda word: [2000])] == [
        (0, 200),
        (200, 300),
    ]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    words = ["word"] * 400
    words[149] = "."
    opens = [at == 0 for at in range(400)]
    assert next(windows(words, opens, lambda word: [2000])).end == 150


def test_a_word_without_pieces_is_read_as_unknown() -> None:
    (only,) = windows(["\u2060"], [True], lambda word: [])
    assert len(only.pieces) == 3


def test_kinds_tell_capitals_and_openings() -> None:
    assert [kind("mayor", False), kind("Mayor", False), kind("NATO", False)] == [0, 1, 2]
    assert [kind("mayor", True), kind("Mayor", True), kind("NATO", True), kind("A", True)] == [3, 4, 5, 4]
