"""The ledger as the rest of the program knows it: records in, records out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from sayso.ledger import reader, search, writer
from sayso.ledger.engine import connect, told, writing
from sayso.ledger.migration import migrate
from sayso.ledger.preference import preference
from sayso.ledger.snapshot import snapshot
from sayso.ledger.verify import verify
from sayso.records import Alignment, Decision, Document, Extraction, Referent, Refusal, Run, Snapshot


class Ledger:
    """An open ledger; every method raises ``LedgerError`` where the store fails, and changes nothing then."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, name: str, *, create: bool = True) -> Self:
        """The ledger in that file, brought to this version's form; made where ``create`` allows it."""
        engine = connect(name, create=create)
        with told(name):
            migrate(engine, name)
        return cls(engine, name)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @property
    def files(self) -> frozenset[Path]:
        """The resolved paths of the files the store keeps itself in; none for a server."""
        if "://" in self.name:
            return frozenset()
        return frozenset(
            Path(f"{self.name}{ending}").resolve() for ending in ("", "-wal", "-shm", "-journal")
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with told(self.name), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with told(self.name), writing(self._engine) as connection:
            yield connection

    def has(self, document: Document, run: str) -> bool:
        """Has that run read this document already, with what is now known about it or more?

        One text can be found twice with different titles or authors; which of them is kept must
        not depend on which came first.
        """
        with self._reading() as connection:
            stored = reader.document(connection, document.id)
            by = reader.extracted_by(connection, document.id)
        return stored is not None and by == run and preference(stored) <= preference(document)

    def save(self, extraction: Extraction, run: Run) -> None:
        """Put in, or replace, everything read out of one document, in one transaction."""
        with self._writing() as connection:
            writer.save(connection, extraction, run)

    def found_at(self, document: Document) -> None:
        """Remember the names a document that is already in the ledger was found under."""
        with self._writing() as connection:
            writer.found_at(connection, document)

    def refuse(self, refusal: Refusal) -> None:
        """Put a refusal on record."""
        with self._writing() as connection:
            writer.refuse(connection, refusal)

    def decide(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        """Append human decisions in one transaction; those that were not in the log already."""
        with self._writing() as connection:
            return writer.decide(connection, decisions)

    def decisions(self) -> tuple[Decision, ...]:
        """The log of human decisions, in order of id."""
        with self._reading() as connection:
            return reader.every(connection, Decision)

    def basis(self) -> str:
        """A hash of what an alignment is made from: documents as read, and decisions."""
        with self._reading() as connection:
            return reader.basis(connection)

    def replace_alignment(self, alignment: Alignment, run: Run, basis: str | None = None) -> bool:
        """Put this alignment in the place of the last one, in one transaction.

        False, and nothing is changed, where the ledger is no longer what ``basis`` stands for.
        """
        with self._writing() as connection:
            if basis is not None and reader.basis(connection) != basis:
                return False
            writer.replace_alignment(connection, alignment, run)
            return True

    def runs(self) -> tuple[Run, ...]:
        """The runs that anything in the ledger comes from, in order of id."""
        with self._reading() as connection:
            return reader.runs(connection)

    def aligned_by(self) -> str | None:
        """The id of the run that aligned the ledger as it is now, null where documents came in since."""
        with self._reading() as connection:
            return reader.aligned_by(connection)

    def counts(self) -> dict[str, int]:
        """How many statements, claims and conflicts there are."""
        with self._reading() as connection:
            return reader.counts(connection)

    def extractions(self) -> Iterator[Extraction]:
        """What was read out of each document, in order of document id, one at a time."""
        with self._reading() as connection:
            yield from reader.extractions(connection)

    def referents_of(self, entity_id: str) -> tuple[Referent, ...]:
        """What single documents call the entity, in order of id."""
        with self._reading() as connection:
            return reader.referents_of(connection, entity_id)

    def resolution(self) -> dict[str, str]:
        """From the referents of single documents to entities, by id."""
        with self._reading() as connection:
            return reader.resolution(connection)

    def snapshot(self) -> Snapshot:
        """The whole ledger at this moment."""
        with self._reading() as connection:
            return snapshot(connection)

    def verify(self) -> Iterator[str]:
        """One sentence for everything that does not hold; nothing for a sound ledger."""
        with self._reading() as connection:
            yield from verify(connection)

    def search(self, words: str, limit: int = 1000) -> list[str]:
        """Ids of the statements and segments that hold all the words, best first."""
        with self._reading() as connection:
            return search.find(connection, words, limit)
