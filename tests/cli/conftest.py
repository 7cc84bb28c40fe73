"""The command line as a user meets it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli.app import run
from sayso.ledger import Ledger
from tests.invented import RUN, alignment, extractions


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Sayso = Callable[..., Outcome]


@pytest.fixture
def sayso(capsys: pytest.CaptureFixture[str]) -> Sayso:
    """Runs a command in this process."""

    def call(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return call


@pytest.fixture
def quarrel(tmp_path: Path) -> Path:
    """A ledger of two papers that count fishing families differently."""
    path = tmp_path / "quarrel.db"
    with Ledger.open(str(path)) as ledger:
        for extraction in extractions():
            ledger.save(extraction, RUN)
        ledger.replace_alignment(alignment(), RUN)
    return path
