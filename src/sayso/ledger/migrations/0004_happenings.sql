-- How an event is told, done and meant, what its parties are; why a heading was given; events told several times.
-- Every document is read anew by this version, which fills what is added here.

ALTER TABLE events ADD COLUMN status TEXT NOT NULL DEFAULT 'happened';
ALTER TABLE events ADD COLUMN mode TEXT;
ALTER TABLE events ADD COLUMN context TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN who_country TEXT;
ALTER TABLE events ADD COLUMN who_sector TEXT;
ALTER TABLE events ADD COLUMN to_country TEXT;
ALTER TABLE events ADD COLUMN to_sector TEXT;

ALTER TABLE statements ADD COLUMN facet_reasons TEXT NOT NULL DEFAULT '[]';

CREATE TABLE happenings (
  id TEXT NOT NULL,
  events TEXT NOT NULL,
  plover TEXT,
  who TEXT,
  did TEXT NOT NULL,
  "to" TEXT,
  "when" TEXT NOT NULL,
  "where" TEXT NOT NULL,
  contested TEXT NOT NULL,
  reasons TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);
