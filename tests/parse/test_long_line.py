from sayso.parse.reading import passages
from tests.factories import document, segment

SENTENCE = "The board voted to close the quay. "


def test_a_line_without_end_is_read_in_pieces_that_lose_nothing() -> None:
    for text in (SENTENCE * 3_000, "quay " * 20_000, "q" * 50_000):
        of = document(text)
        read = passages(text, segment(of))
        assert max(len(one.text) for one in read) <= 20_000
        assert sum(len(one.text.replace(" ", "")) for one in read) == len(text.replace(" ", ""))
        assert all(text[one.places[0]] == one.text[0] for one in read)


def test_a_long_line_is_cut_between_sentences() -> None:
    text = SENTENCE * 3_000
    assert all(one.text.endswith("quay.") for one in passages(text, segment(document(text))))
