-- Words of statements, and of segments no statements could be read from, for full-text search.

CREATE TABLE searchable (
  number INTEGER PRIMARY KEY,
  record TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL REFERENCES documents (id)
);

CREATE INDEX searchable_document ON searchable (document);

CREATE VIRTUAL TABLE words USING fts5(text, tokenize = "unicode61 remove_diacritics 2");
