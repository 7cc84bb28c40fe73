"""Opening a ledger, bringing it to this version's form, and saying why that cannot be done."""

import sqlite3
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.engine import connect
from sayso.ledger.migration import migrations
from sayso.ledger.schema import METADATA
from tests.invented import RUN, extractions


def test_the_scripts_make_the_tables_the_records_need(tmp_path: Path) -> None:
    name = str(tmp_path / "l.db")
    Ledger.open(name).close()
    found = sa.inspect(connect(name, create=False))
    for table in METADATA.tables.values():
        columns = {c["name"]: (c["type"].python_type, c["nullable"]) for c in found.get_columns(table.name)}
        wanted = {c.name: (c.type.python_type, c.nullable) for c in table.columns}
        assert columns == wanted, table.name
        primary = set(found.get_pk_constraint(table.name)["constrained_columns"])
        assert primary == {c.name for c in table.primary_key}, table.name


def test_migrations_are_numbered_without_gaps() -> None:
    assert [m.number for m in migrations("sqlite")] == list(range(1, len(migrations("sqlite")) + 1))


def test_a_half_migrated_ledger_is_brought_on(tmp_path: Path) -> None:
    name = str(tmp_path / "l.db")
    Ledger.open(name).close()
    with sqlite3.connect(name) as raw:
        raw.execute("DELETE FROM sayso_migrations WHERE number = 2")
        raw.execute("DROP TABLE words")
        raw.execute("DROP TABLE searchable")
    with Ledger.open(name) as ledger:
        ledger.save(extractions()[0], RUN)
        assert ledger.search("fish")


def test_the_ledger_is_in_write_ahead_mode(tmp_path: Path) -> None:
    name = str(tmp_path / "l.db")
    Ledger.open(name).close()
    with sqlite3.connect(name) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def newer(path: Path) -> None:
    Ledger.open(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO sayso_migrations VALUES (999, 'from_the_future')")


def another_program(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")


UNUSABLE = {
    "a newer version": (newer, "newer version of sayso"),
    "another program's database": (another_program, "another program"),
    "no database": (lambda path: path.write_text("Dear diary, " * 200), "is no SQLite file"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "nothing": (lambda path: None, "there is no ledger"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_unusable_ledger_is_told_in_one_sentence(case: str, tmp_path: Path) -> None:
    make, words = UNUSABLE[case]
    path = tmp_path / "l.db"
    make(path)
    with pytest.raises(LedgerError, match=words) as caught:
        Ledger.open(str(path), create=False)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["/proc/sayso.db", "/no/such/folder/l.db"])
def test_a_place_that_takes_no_file_is_told(name: str) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger.open(name)


def test_a_full_disk_leaves_the_ledger_whole(tmp_path: Path) -> None:
    name = str(tmp_path / "l.db")
    first, second = extractions()
    long = msgspec.structs.replace(second.document, text=second.document.text + " and so on" * 99_999)
    large = msgspec.structs.replace(second, document=long)
    with Ledger.open(name) as ledger:
        ledger.save(first, RUN)

    def no_room(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    sa.event.listen(sa.Engine, "connect", no_room)
    try:
        with Ledger.open(name) as ledger, pytest.raises(LedgerError, match="disk is full"):
            ledger.save(large, RUN)
    finally:
        sa.event.remove(sa.Engine, "connect", no_room)
    with Ledger.open(name) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.snapshot().documents == (first.document,)
