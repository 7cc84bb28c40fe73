import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.models.decoding import TAGS, Asked, Joined, Scores, best_tags, joined


def scored(tags: list[str], sure: float = 0.9) -> Scores:
    scores = np.full((1, len(tags), len(TAGS)), (1 - sure) / (len(TAGS) - 1), np.float32)
    for at, tag in enumerate(tags):
        scores[0, at, TAGS.index(tag)] = sure
    return np.log(scores)


def decoded(scores: Scores, anchor: int, start: int = 0) -> list[Joined]:
    return joined([Asked(scores, np.array([anchor]), np.array([0.8], np.float32), start)])


def test_an_attribution_is_read_off_clear_tags() -> None:
    scores = scored(["B-source", "I-source", "B-cue", "O", "B-content", "I-content", "O"])
    (found,) = decoded(scores, 2, 10)
    assert found.source == ((10, 12),)
    assert found.cue == (12, 13)
    assert found.content == ((14, 16),)
    assert abs(found.sureness - 0.9) < 0.02


def test_a_stray_word_does_not_make_a_piece() -> None:
    scores = scored(["B-cue", "B-content", "I-content", "O", "I-content", "I-content"], 0.5)
    (found,) = decoded(scores, 0)
    assert found.content == ((1, 6),)


def test_content_may_come_in_two_pieces() -> None:
    tags = ["B-content", "I-content", "B-cue", "B-source", "B-content", "I-content"]
    (found,) = decoded(scored(tags), 2)
    assert found.content == ((0, 2), (4, 6))


def test_a_cue_without_content_is_no_attribution() -> None:
    assert decoded(scored(["B-source", "B-cue", "O"]), 1) == []


@settings(max_examples=50)
@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 12), min_size=2, max_size=5))
def test_windows_decoded_together_read_as_each_alone(seed: int, lengths: list[int]) -> None:
    chance = np.random.default_rng(seed)
    asked = []
    for number, words in enumerate(lengths):
        anchors = chance.integers(0, words, 2)
        scores = np.log(chance.dirichlet(np.ones(len(TAGS)), (2, words))).astype(np.float32)
        asked.append(Asked(scores, anchors, np.ones(2, np.float32), 100 * number))
    assert joined(asked) == [found for one in asked for found in joined([one])]


@settings(max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 3))
def test_tags_always_hold_together(seed: int, words: int, anchors: int) -> None:
    chance = np.random.default_rng(seed)
    scores = np.log(chance.dirichlet(np.ones(len(TAGS)), (anchors, words))).astype(np.float32)
    starts = chance.integers(0, words, anchors)
    for anchor, tags in zip(starts, best_tags(scores, starts), strict=True):
        names = [TAGS[tag] for tag in tags]
        assert [at for at, name in enumerate(names) if name == "B-cue"] == [anchor]
        for before, after in zip(["O", *names], names, strict=False):
            assert not after.startswith("I-") or before in ("B-" + after[2:], after)
