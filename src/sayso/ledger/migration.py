"""Bringing a ledger to this version's form: numbered scripts, each in one transaction with its record."""

from importlib.resources import files
from typing import NamedTuple

import sqlalchemy as sa

from sayso.errors import LedgerError
from sayso.ledger.engine import writing
from sayso.ledger.schema import MIGRATIONS

_RECORD = (
    "CREATE TABLE IF NOT EXISTS sayso_migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"
)


class Migration(NamedTuple):
    """A numbered script."""

    number: int
    name: str
    statements: tuple[str, ...]


def migrations(dialect: str) -> tuple[Migration, ...]:
    """The scripts for a database (``0001_name.sql``, or ``0001_name.<dialect>.sql`` for one kind only)."""
    found = []
    for file in (files("sayso.ledger") / "migrations").iterdir():
        name, _, rest = file.name.partition(".")
        if rest in {"sql", f"{dialect}.sql"}:
            found.append(Migration(int(name[:4]), name[5:], _statements(file.read_text(encoding="utf-8"))))
    return tuple(sorted(found))


def _statements(script: str) -> tuple[str, ...]:
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return tuple(s.strip() for s in "\n".join(lines).split(";\n") if s.strip(" ;\n"))


def migrate(engine: sa.Engine, name: str) -> None:
    """Run what has not run yet; ``LedgerError`` for a ledger of a newer version, or of another program."""
    known = migrations(engine.dialect.name)
    done = _done(engine, name)
    newest = known[-1].number
    if done and max(done) > newest:
        raise LedgerError(
            f"the ledger {name} was made by a newer version of sayso (format {max(done)}, this one knows "
            f"up to {newest}); install the newer sayso"
        )
    for migration in known:
        if migration.number not in done:
            _run(engine, migration)


def _done(engine: sa.Engine, name: str) -> set[int]:
    with engine.connect() as connection, connection.begin():
        tables = set(sa.inspect(connection).get_table_names())
        if not tables:
            return set()
        if MIGRATIONS.name not in tables:
            raise LedgerError(f"{name} is a database of another program, not a ledger; name another file")
        return set(connection.scalars(sa.select(MIGRATIONS.c.number)))


def _run(engine: sa.Engine, migration: Migration) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql(_RECORD)
        already = sa.select(MIGRATIONS.c.number).where(MIGRATIONS.c.number == migration.number)
        if connection.scalar(already) is not None:
            return  # another process was first
        for statement in migration.statements:
            connection.exec_driver_sql(statement)
        record = {"number": migration.number, "name": migration.name}
        connection.execute(MIGRATIONS.insert(), record)
