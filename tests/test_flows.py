"""Documents in, alignment after: the same ledger for any order, for any interruption."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso import flows
from sayso.config import Settings
from sayso.export.jsonl import digest
from sayso.intake import read
from sayso.ledger import Ledger
from sayso.records import Refusal
from tests import factories

PLACES = ("Orra", "Velm", "Sund", "Tarn", "Brel", "Quay", "Morn", "Fell")


def texts(count: int) -> list[str]:
    """Short reports that agree and disagree with each other."""
    return [
        f"Report {number}\n\nMayor Ilse Brandt said that {300 + number % 3 * 50} families live in {place}. "
        f"The harbour of {place} opened in {1950 + number % 5}. Critics deny that the harbour pays.\n"
        for number in range(count)
        for place in [PLACES[number % len(PLACES)]]
    ]


def folder(path: Path, count: int) -> Path:
    path.mkdir()
    for number, text in enumerate(texts(count)):
        (path / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return path


def extractor() -> flows.Extractor:
    made = flows.Extractor.of(Settings())
    return flows.Extractor(factories.parser(), made.rubric, made.run)


def ledger_of(path: Path, paths: Sequence[Path]) -> Ledger:
    ledger = Ledger.open(str(path))
    flows.ingest(ledger, read([str(p) for p in paths]), extractor())
    return ledger


def test_any_order_of_input_gives_the_same_digest(tmp_path: Path) -> None:
    files = sorted(folder(tmp_path / "in", 8).iterdir())
    orders = [files, files[::-1], files[4:] + files[:4]]
    digests = {
        digest(ledger_of(tmp_path / f"{number}.db", order).snapshot()) for number, order in enumerate(orders)
    }
    assert len(digests) == 1


def test_one_at_a_time_gives_the_same_digest_as_all_at_once(tmp_path: Path) -> None:
    files = sorted(folder(tmp_path / "in", 4).iterdir())
    whole = ledger_of(tmp_path / "whole.db", files)
    for file in files:
        parts = ledger_of(tmp_path / "parts.db", [file])
    assert digest(parts.snapshot()) == digest(whole.snapshot())
    assert whole.snapshot().statements, "there must be something to compare"


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    ledger = ledger_of(tmp_path / "l.db", [source])
    again = flows.ingest(ledger, read([str(source)]), extractor())
    assert (again.read, again.known, again.aligned) == (0, 3, False)
    (source / "new.txt").write_text(
        "The mayor of Sund resigned in 2001, the council said.\n", encoding="utf-8"
    )
    more = flows.ingest(ledger, read([str(source)]), extractor())
    assert (more.read, more.known, more.aligned) == (1, 3, True)


def test_another_run_reads_again_and_leaves_no_trace_of_the_old(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 2)
    rubric = tmp_path / "rubric.toml"
    rubric.write_text(
        '[[facet]]\nid = "harbours"\nheading = "Harbours"\nwords = ["harbour"]\n', encoding="utf-8"
    )
    ledger = ledger_of(tmp_path / "l.db", [source])
    mine = flows.Extractor.of(Settings(rubric=str(rubric)))
    summary = flows.ingest(ledger, read([str(source)]), mine)
    assert summary.read == 2
    snapshot = ledger.snapshot()
    assert [run.id for run in snapshot.runs] == [mine.run.id]
    assert {f for s in snapshot.statements for f in s.facets} <= {"harbours"}
    assert list(ledger.verify()) == []


def test_an_unfinished_alignment_is_made_up_for(tmp_path: Path) -> None:
    source = folder(tmp_path / "in", 3)
    whole = ledger_of(tmp_path / "whole.db", [source])
    broken = Ledger.open(str(tmp_path / "broken.db"))
    extract = extractor()
    for reading in read([str(source)]):
        assert not isinstance(reading, Refusal)
        broken.save(extract(reading), extract.run)
    assert broken.aligned_by() is None
    assert flows.ingest(broken, [], extract).aligned
    assert digest(broken.snapshot()) == digest(whole.snapshot())


def start(ledger: Path, source: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "sayso", "--ledger", str(ledger), "add", str(source)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def documents_in(ledger: Path) -> int:
    """How many documents another process has put in so far."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as raw:
            return int(raw.execute("SELECT count(*) FROM extracted").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


@pytest.mark.parametrize("killed_after", [1, 12])
def test_killed_and_run_again_it_is_as_if_nothing_had_happened(tmp_path: Path, killed_after: int) -> None:
    source, ledger = folder(tmp_path / "in", 24), tmp_path / "killed.db"
    process = start(ledger, source)
    while documents_in(ledger) < killed_after and process.poll() is None:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "it must have been in the middle"
    with Ledger.open(str(ledger)) as found:
        assert list(found.verify()) == []
    assert start(ledger, source).wait() == 0
    whole = tmp_path / "whole.db"
    assert start(whole, source).wait() == 0
    with Ledger.open(str(ledger)) as one, Ledger.open(str(whole)) as other:
        assert len(one.snapshot().documents) == 24
        assert digest(one.snapshot()) == digest(other.snapshot())
        assert list(one.verify()) == []


def test_the_ledger_in_the_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Tarn said that five people were hurt.\n", encoding="utf-8")
    with Ledger.open(str(tmp_path / "sayso.db")) as ledger:
        summary = flows.add(ledger, [str(tmp_path)], io.BytesIO(), Settings())
        assert summary.refused == []
        assert summary.read == 1
