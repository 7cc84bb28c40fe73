"""Full text: the words of statements, and of segments of documents no statements were read from."""

import re

import sqlalchemy as sa

from sayso.records import Extraction

SEARCHABLE = sa.table("searchable", sa.column("number"), sa.column("record"), sa.column("document"))
_WORD = re.compile(r"\w+")


def index(connection: sa.Connection, extraction: Extraction) -> None:
    """Make one document's words findable, in place of what was indexed of it before."""
    document = extraction.document
    old = "SELECT number FROM searchable WHERE document = :document"
    connection.execute(sa.text(f"DELETE FROM words WHERE rowid IN ({old})"), {"document": document.id})
    connection.execute(sa.delete(SEARCHABLE).where(SEARCHABLE.c.document == document.id))
    texts = {s.id: s.text for s in extraction.statements} or {
        s.id: document.text[s.start : s.end] for s in extraction.segments
    }
    if not texts:
        return
    rows = [{"record": record, "document": document.id} for record in texts]
    connection.execute(sa.insert(SEARCHABLE), rows)
    numbers = connection.execute(
        sa.select(SEARCHABLE.c.number, SEARCHABLE.c.record).where(SEARCHABLE.c.document == document.id)
    )
    words = [{"number": number, "text": texts[record]} for number, record in numbers]
    connection.execute(sa.text("INSERT INTO words (rowid, text) VALUES (:number, :text)"), words)


def find(connection: sa.Connection, words: str, limit: int) -> list[str]:
    """Ids of the statements and segments that hold all the words, best first.

    Every word is looked for as it stands; the query language of the database is not spoken here.
    """
    terms = _WORD.findall(words)
    if not terms:
        return []
    query = " ".join(f'"{term}"' for term in terms)
    hits = connection.execute(
        sa.text(
            "SELECT record FROM words JOIN searchable ON number = words.rowid "
            "WHERE words MATCH :query ORDER BY bm25(words), record LIMIT :limit"
        ),
        {"query": query, "limit": limit},
    )
    return [record for (record,) in hits]
