"""Opening the database, and telling its failures in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sayso.errors import LedgerError

_CAUSES = (
    ("file is not a database", "is no SQLite file; name a file that sayso made, or a new one"),
    ("disk is full", "cannot grow: the disk is full; make room and run the same command again"),
    ("disk i/o error", "cannot be written or read: the disk reports an error or is full; "
                       "make room and run the same command again"),
    ("readonly database", "may not be written; change its permissions or name another file"),
    ("unable to open database", "cannot be opened; is it a file in a folder you may write to?"),
    ("malformed", "is damaged; run sayso verify, and restore it from a copy"),
    ("locked", "is in use by another program; wait until it is done and run the same command again"),
)  # fmt: skip


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns the database's errors into a ``LedgerError`` that names the ledger and the way out."""
    try:
        yield
    except SQLAlchemyError as error:
        told_by_database = str(error.orig if isinstance(error, DBAPIError) else error)
        for words, sentence in _CAUSES:
            if words in told_by_database.lower():
                raise LedgerError(f"the ledger {name} {sentence}") from error
        raise LedgerError(f"the ledger {name} cannot be used ({told_by_database})") from error


def connect(name: str, *, create: bool) -> sa.Engine:
    """An engine for an SQLite file; nothing is made where ``create`` is false and no file is there."""
    if "://" in name:
        kind = name.split("://", 1)[0]
        raise LedgerError(f"a {kind} ledger cannot be used by this version of sayso; name a file instead")
    path = Path(name)
    if path.is_dir():
        raise LedgerError(f"the ledger {name} is a folder; name a file")
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger {name}; make one with sayso add, or name another by --ledger")
    engine = sa.create_engine(sa.URL.create("sqlite", database=name), connect_args={"timeout": 30})
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    """Transactions are ours to begin (so that they hold DDL too); readers do not stop the writer."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that may write: all of it is kept, or nothing."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        yield connection
