import spacy

from sayso.config import DEFAULT_MODEL
from sayso.models.grammar import ARCS, PARTS, PLACES, branches, places
from tests.models.words import tree

# "The union says the board hid it ."
SENTENCE = tree(
    [
        ("The", "det", 1),
        ("union", "nsubj", 2),
        ("says", "ROOT", 2),
        ("the", "det", 4),
        ("board", "nsubj", 5),
        ("hid", "ccomp", 2),
        ("it", "dobj", 5),
        (".", "punct", 2),
    ]
)


def seen_from(at: int, span: tuple[int, int] = (0, 8)) -> list[int]:
    return [int(place) for place in places(SENTENCE, branches(SENTENCE), at, span)]


def test_below_a_word_its_branches_are_told_by_their_arcs() -> None:
    found = seen_from(2)
    assert found[0] == found[1] == ARCS.index("nsubj")
    assert set(found[3:7]) == {ARCS.index("ccomp")}
    assert found[7] == ARCS.index("punct")


def test_above_a_word_the_level_is_told_too() -> None:
    found = seen_from(5)
    assert found[6] == ARCS.index("dobj")
    assert found[1] == len(ARCS) + ARCS.index("nsubj")
    assert found[2] == found[5] + 1


def test_other_sentences_are_before_or_after() -> None:
    more = [*SENTENCE, *tree([("Nobody", "nsubj", 1), ("answered", "ROOT", 1)], len(SENTENCE))]
    below = branches(more)
    assert set(places(more, below, 2, (0, 10)).tolist()[8:]) == {PLACES - 1}
    assert set(places(more, below, 9, (0, 10)).tolist()[:8]) == {PLACES - 2}


def test_a_window_sees_its_part_of_the_sentence() -> None:
    assert seen_from(5, (3, 7)) == seen_from(5)[3:7]


def test_every_label_of_the_parser_has_a_number() -> None:
    nlp = spacy.load(DEFAULT_MODEL)
    assert set(nlp.get_pipe("tagger").labels) <= set(PARTS)  # type: ignore[attr-defined]
    assert set(nlp.get_pipe("parser").labels) <= set(ARCS)  # type: ignore[attr-defined]
