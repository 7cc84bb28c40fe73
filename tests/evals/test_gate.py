from pathlib import Path

import pytest

from evals.gate import Outcome, figure, fingerprint, judge, main

RUNNER = """
margin = 0.005

[[runner]]
name = "toy"
module = "tests.evals.toy_runner"
arguments = ["{{shared}}/score.json"]
gold = ["{{shared}}/gold.txt"]
fingerprint = "{fingerprint}"
[runner.floors]
"content / f1" = {floor}
"""


def prepare(folder: Path, floor: float, score: str = '{"content": {"f1": 0.7}}') -> Path:
    (folder / "gold.txt").write_text("gold")
    (folder / "score.json").write_text(score)
    floors = folder / "floors.toml"
    floors.write_text(RUNNER.format(fingerprint=fingerprint([folder / "gold.txt"]), floor=floor))
    return floors


def test_figures_are_found_by_path() -> None:
    assert figure({"a": {"b@0.5": {"f1": 0.25}}}, "a / b@0.5 / f1") == 0.25
    assert figure({"a": {}}, "a / f1") is None


def test_a_missing_figure_is_not_reached() -> None:
    (outcome,) = judge({"name": "toy", "floors": {"x": 0.1}}, {}, 0.0)
    assert outcome == Outcome("toy", "x", 0.1, None, 0.0)
    assert not outcome.reached


@pytest.mark.parametrize(("floor", "code"), [(0.7, 0), (0.704, 0), (0.71, 1)])
def test_exit_code_says_whether_floors_are_reached(
    tmp_path: Path, floor: float, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = prepare(tmp_path, floor)
    assert main(["--shared", str(tmp_path)], floors) == code
    assert ("BELOW" in capsys.readouterr().out) == (code == 1)


def test_changed_gold_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = prepare(tmp_path, 0.5)
    (tmp_path / "gold.txt").write_text("other gold")
    assert main(["--shared", str(tmp_path)], floors) == 2
    assert "fingerprint" in capsys.readouterr().out
