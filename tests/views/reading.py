"""A few texts read by the real program, as views see them."""

import io
from collections.abc import Mapping
from pathlib import Path

from sayso import flows
from sayso.config import Settings
from sayso.ledger import Ledger
from sayso.records import Snapshot


def snapshot_of(path: Path, texts: Mapping[str, str]) -> Snapshot:
    """The ledger made of the texts (file name without suffix to text), kept in the folder ``path``."""
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    ledger = Ledger.open(str(path / "ledger.db"))
    flows.add(ledger, [str(path / f"{name}.txt") for name in texts], io.BytesIO(), Settings())
    found = ledger.snapshot()
    ledger.close()
    return found
