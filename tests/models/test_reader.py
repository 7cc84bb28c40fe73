import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from sayso.models import Reader, shipped

WEIGHTS = Path(str(files("sayso.models"))) / "weights"
TEXT = "The ferry union says the harbour board hid the report . Nobody answered ."


def read(text: str) -> tuple[list[str], list[bool]]:
    words = text.split()
    return words, [at == 0 for at in range(len(words))]


def test_the_network_sees_who_says_what() -> None:
    words, opens = read(TEXT)
    (found,) = shipped().read(words, opens).attributions
    assert words[slice(*found.source[0])] == ["The", "ferry", "union"]
    assert words[slice(*found.cue)] == ["says"]
    assert " ".join(words[slice(*found.content[0])]).startswith("the harbour board hid the report")


def test_a_window_reads_the_same_whatever_stands_in_the_next() -> None:
    words, opens = read(" ".join(["calm"] * 240) + " . ")
    more, begins = read(TEXT)
    alone = shipped().read(words, opens)
    beside = shipped().read([*words, *more, *more], [*opens, *begins, *begins])
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
    marks = shipped().read([], [])
    assert marks.attributions == ()
    assert len(marks.worth) == 0
