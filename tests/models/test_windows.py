from hypothesis import given
from hypothesis import strategies as st

from sayso.models.grammar import PARTS
from sayso.models.windows import CLOSING, OPENING, ROOM, Window, kind, windows
from tests.models.words import flat

WORDS = st.lists(
    st.tuples(
        st.sampled_from(["the", "Mayor", "NATO", "said", ".", "yes", "x" * 30, '"']), st.integers(0, 2)
    ),
    max_size=400,
)


def pieces_of(word: str) -> list[int]:
    return [2000 + len(word)] * (1 + len(word) // 4)


def kinds_of(text: str) -> list[int]:
    (only,) = windows(flat(text.split()), lambda word: [2000])
    return list(only.kinds[1:-1])


@given(WORDS)
def test_windows_hold_every_word_once_in_order(text: list[tuple[str, int]]) -> None:
    words = flat([word for word, _ in text], [flag for _, flag in text])
    found = list(windows(words, pieces_of))
    assert [at for one in found for at in range(one.start, one.end)] == list(range(len(words)))
    for one in found:
        assert one.pieces[0] == OPENING
        assert one.pieces[-1] == CLOSING
        assert len(one.pieces) == len(one.kinds) == len(one.parts) == len(one.arcs) <= ROOM + 2
        assert len(one.firsts) == one.end - one.start


def test_a_window_ends_where_a_paragraph_does() -> None:
    words = flat(["word"] * 300, [at in (0, 100, 200) for at in range(300)])
    assert [(one.start, one.end) for one in windows(words, lambda word: [2000], 254)] == [
        (0, 200),
        (200, 300),
    ]


def test_a_paragraph_that_ends_in_a_colon_is_read_with_the_next() -> None:
    words = ["word"] * 200
    words[99] = ":"
    text = flat(words, [at in (0, 60, 100) for at in range(200)])
    assert [(one.start, one.end) for one in windows(text, lambda word: [2000], 150)] == [(0, 60), (60, 200)]


def test_no_window_reaches_into_another_segment() -> None:
    words = flat(["word"] * 9, [2, 0, 0, 2, 0, 1, 0, 2, 0])
    assert [(one.start, one.end) for one in windows(words, lambda word: [2000])] == [(0, 3), (3, 7), (7, 9)]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    words = ["word"] * 400
    words[99] = "."
    assert next(windows(flat(words), lambda word: [2000], 126)).end == 100


def test_a_word_without_pieces_is_read_as_unknown() -> None:
    (only,) = windows(flat(["\u2060"]), lambda word: [])
    assert len(only.pieces) == 3


def test_all_pieces_of_a_word_carry_its_part_of_speech() -> None:
    words = [word._replace(tag="NNP") for word in flat(["Mayoralty"])]
    (only,) = windows(words, lambda word: [2000, 2001])
    assert list(only.parts[1:-1]) == [PARTS.index("NNP")] * 2


def test_a_label_nobody_knows_is_told_apart_from_none() -> None:
    words = [word._replace(tag="???", dep="???") for word in flat(["yes"])]
    assert isinstance(next(windows(words, lambda word: [2000])), Window)


def test_how_a_word_is_written() -> None:
    assert [kind(word, 0, False) for word in ("bridge", "Mayor", "NATO", "A")] == [0, 1, 2, 1]
    assert kind("mayor", 1, False) == 3
    assert kind("NATO", 2, True) == 11


def test_words_between_quotation_marks_are_told_apart() -> None:
    assert [number >= 6 for number in kinds_of('he said " never again " and left')] == (
        [False] * 2 + [True] * 4 + [False] * 2
    )
    assert [number >= 6 for number in kinds_of("“ never ” again")] == [True, True, True, False]
