"""Bad input at the command line: one sentence that names it, the rest goes on, the ledger stays whole."""

import io
import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.invented import GAZETTE

BAD_FILES = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "line.txt": b"word " * 10_000_000,  # 50 MB without a line end
}


def one_sentence(err: str) -> bool:
    return err.startswith("sayso: ") and err.count("\n") == 1 and "Traceback" not in err


def test_bad_files_are_refused_by_name_and_the_good_ones_go_in(sayso: Sayso, tmp_path: Path) -> None:
    source, ledger = tmp_path / "in", tmp_path / "l.db"
    source.mkdir()
    for name, data in BAD_FILES.items():
        (source / name).write_bytes(data)
    (source / "loop.txt").symlink_to(source / "loop.txt")  # nobody can read it, not even root
    (source / "good.txt").write_text(GAZETTE, encoding="utf-8")
    (source / "broken_encoding.txt").write_bytes(GAZETTE.encode() + b"\n\nThe caf\xe9 \xff closed.\n")
    (source / "deep.html").write_text("<div>" * 100_000 + "<p>The lake froze in 1991.</p>", encoding="utf-8")
    (source / "rows.jsonl").write_text('{"text": "The lake froze again."}\n{no json\n', encoding="utf-8")
    done = sayso("--ledger", ledger, "add", source, tmp_path / "not_there.txt")
    assert done.code == 1
    for name in (*BAD_FILES, "loop.txt", "not_there.txt", "rows.jsonl#2"):
        lines = [line for line in done.err.splitlines() if name in line]
        assert len(lines) == 1, f"{name} in: {done.err}"
        assert lines[0].startswith("sayso: refused ")
    assert "Traceback" not in done.err
    with Ledger.open(str(ledger)) as opened:
        snapshot = opened.snapshot()
        assert list(opened.verify()) == []
    stored = {uri for document in snapshot.documents for uri in document.uris}
    assert {"good.txt", "rows.jsonl#1"} <= stored
    named = stored | {refusal.uri for refusal in snapshot.refusals}
    assert {"broken_encoding.txt", "deep.html"} <= named, "read or refused, but never lost"
    assert sayso("--ledger", ledger, "status").out.count("refused") >= len(BAD_FILES)


def test_a_bad_line_on_standard_input_is_refused(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = b'{"text": "The lake froze in 1991, the mayor said."}\nnot json\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    done = sayso("--ledger", tmp_path / "l.db", "add", "-")
    assert done.code == 1
    assert "#2" in done.err
    assert done.out.startswith("1 read, 0 known already, 1 refused")


def test_a_missing_model_is_named(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MODEL", "xx_no_such_model")
    (tmp_path / "good.txt").write_text(GAZETTE, encoding="utf-8")
    done = sayso("--ledger", tmp_path / "l.db", "add", tmp_path / "good.txt")
    assert done.code == 3
    assert one_sentence(done.err)
    assert "xx_no_such_model" in done.err


COMMANDS = (
    ("status",),
    ("claims",),
    ("conflicts",),
    ("search", "lake"),
    ("show", "x"),
    ("digest",),
    ("verify",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_newer_ledger_is_left_alone(sayso: Sayso, quarrel: Path, command: tuple[str, ...]) -> None:
    with sqlite3.connect(quarrel) as raw:
        raw.execute("INSERT INTO sayso_migrations VALUES (999, 'later')")
    done = sayso(*command, "--ledger", quarrel)
    assert done.code == 3
    assert one_sentence(done.err)
    assert "newer version" in done.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_ledger_that_is_none_is_named(sayso: Sayso, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "diary.db").write_text("Dear diary, " * 500)
    for name in ("diary.db", "not_there.db"):
        done = sayso("--ledger", tmp_path / name, *command)
        assert (done.code, one_sentence(done.err)) == (3, True), done.err
        assert name in done.err
    assert not (tmp_path / "not_there.db").exists()


def test_a_full_disk_ends_in_a_sentence_and_can_be_continued(tmp_path: Path) -> None:
    source, ledger = tmp_path / "in", tmp_path / "l.db"
    source.mkdir()
    for number in range(6):
        text = f"Rapport {number}. " + "Le maire a dit que les bateaux ne viennent plus au village. " * 2_000
        (source / f"{number}.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sayso", "--ledger", str(ledger), "add", str(source)]

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))

    full = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=small_disk)
    assert full.returncode == 3, full.stderr
    assert one_sentence(full.stderr), full.stderr
    assert str(ledger) in full.stderr
    with Ledger.open(str(ledger)) as opened:
        assert list(opened.verify()) == []
        assert 0 < len(opened.snapshot().documents) < 6
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    with Ledger.open(str(ledger)) as opened:
        assert len(opened.snapshot().documents) == 6


WRONG_USE = (
    (("add",), "path"),
    (("frobnicate",), "frobnicate"),
    (("conflicts", "--frob"), "--frob"),
    (("export",), "dir"),
    (("export", "x", "--format", "xlsx"), "xlsx"),
    (("conflicts", "--about", "Atlantis"), "Atlantis"),
    (("claims", "--facet", "cookery"), "cookery"),
    (("claims", "--since", "yesterday"), "yesterday"),
    (("claims", "--limit", "0"), "0"),
    (("show", "stm_zzz"), "stm_zzz"),
    (("dossier", "A", "B", "C"), "3"),
    (("export", "/proc/no_room"), "/proc/no_room"),
)


@pytest.mark.parametrize(("arguments", "named"), WRONG_USE, ids=str)
def test_wrong_use_is_told_in_one_sentence(
    sayso: Sayso, quarrel: Path, arguments: tuple[str, ...], named: str
) -> None:
    done = sayso("--ledger", quarrel, *arguments)
    assert done.code == 2
    assert one_sentence(done.err), done.err
    assert named.lower() in done.err.lower()


def test_a_faulty_setting_is_told(sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sayso.toml").write_text("modle = 'x'\n")
    done = sayso("status")
    assert done.code == 2
    assert "modle" in done.err


def test_a_bug_says_so_without_a_traceback(
    sayso: Sayso, quarrel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(ledger: Ledger) -> None:
        raise RuntimeError("the shelf fell down")

    monkeypatch.setattr(Ledger, "snapshot", broken)
    done = sayso("--ledger", quarrel, "status")
    assert done.code == 3
    assert one_sentence(done.err)
    assert "this is a bug" in done.err
    assert "the shelf fell down" in done.err
    assert "report" in done.err


def test_a_reader_that_leaves_early_is_no_error(quarrel: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "sayso", "--ledger", str(quarrel), "claims", "--json"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
