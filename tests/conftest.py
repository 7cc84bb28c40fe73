"""The invented corpus of examples/, read once a test run by the real program."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso import flows
from sayso.config import Settings
from sayso.export.pdf import browser
from sayso.ledger import Ledger
from sayso.records import Snapshot

EXAMPLES = Path(__file__).parents[1] / "examples" / "lake-quarrel"


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that holds examples/."""
    path = tmp_path_factory.mktemp("ledger") / "examples.db"
    ledger = Ledger.open(str(path))
    flows.add(ledger, [str(EXAMPLES)], io.BytesIO(), Settings())
    yield ledger
    ledger.close()


@pytest.fixture(scope="session")
def example_snapshot(example_ledger: Ledger) -> Snapshot:
    """All of examples/ as views see it."""
    return example_ledger.snapshot()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser its tests say how to enable them; under CI they fail instead."""
    if browser() or os.environ.get("CI") == "true":
        return
    reason = "needs Chromium or Chrome: apt-get install chromium, or install Google Chrome"
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(pytest.mark.skipif(True, reason=reason))
