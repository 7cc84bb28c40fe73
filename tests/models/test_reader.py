import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from sayso.models import Reader, Word, shipped
from tests.factories import parsed
from tests.models.words import flat

WEIGHTS = Path(str(files("sayso.models"))) / "weights"
TEXT = "The ferry union says the harbour board hid the report. Nobody answered."


def read(text: str) -> list[Word]:
    return parsed(text).as_words


def test_the_network_sees_who_says_what() -> None:
    words = read(TEXT)
    (found,) = shipped().read(words).attributions
    assert [word.text for word in words[slice(*found.source[0])]] == ["The", "ferry", "union"]
    assert [word.text for word in words[slice(*found.cue)]] == ["says"]
    said = " ".join(word.text for word in words[slice(*found.content[0])])
    assert said.startswith("the harbour board hid the report")


def test_a_segment_reads_the_same_whatever_stands_in_the_next() -> None:
    words = flat(["calm"] * 250)
    more = [
        word._replace(head=word.head + 250, left=word.left + 250, right=word.right + 250)
        for word in read(TEXT)
    ]
    alone, beside = shipped().read(words), shipped().read([*words, *more])
    assert np.array_equal(alone.worth, beside.worth[: len(words)])
    assert np.array_equal(alone.stands, beside.stands[: len(words)])


def test_the_weights_are_small_and_as_published() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) <= 30_000_000
    assert Reader(WEIGHTS).version == shipped().version


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    joiner = tmp_path / "weights" / "joiner.onnx"
    joiner.write_bytes(joiner.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"joiner\.onnx is not the published file"):
        Reader(tmp_path / "weights")


def test_no_words_make_no_marks() -> None:
    marks = shipped().read([])
    assert marks.attributions == ()
    assert len(marks.worth) == 0
