-- The first ledger: one table a record type; lists and parts of records are JSON text.

CREATE TABLE documents (
  id TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  authors TEXT NOT NULL,
  published TEXT,
  language TEXT,
  derived_from TEXT,
  blocks TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE document_uris (
  document TEXT NOT NULL REFERENCES documents (id),
  uri TEXT NOT NULL,
  PRIMARY KEY (document, uri)
);

CREATE TABLE extracted (
  document TEXT NOT NULL REFERENCES documents (id),
  run TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  PRIMARY KEY (document)
);

CREATE TABLE segments (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  "order" BIGINT NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT,
  place TEXT,
  addresses TEXT,
  hostile BOOLEAN NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE statements (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  segment TEXT NOT NULL,
  content TEXT NOT NULL,
  text TEXT NOT NULL,
  mode TEXT NOT NULL,
  source TEXT NOT NULL,
  cue TEXT NOT NULL,
  voice TEXT,
  voice_name TEXT NOT NULL,
  chain TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  facets TEXT NOT NULL,
  parent TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE mentions (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  entity TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE referents (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  names TEXT NOT NULL,
  country TEXT,
  stands_for TEXT,
  PRIMARY KEY (id)
);

CREATE TABLE quantities (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  statement TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text TEXT NOT NULL,
  value DOUBLE PRECISION,
  low DOUBLE PRECISION,
  high DOUBLE PRECISION,
  relation TEXT NOT NULL,
  unit TEXT,
  "of" TEXT,
  about TEXT NOT NULL,
  "when" TEXT,
  PRIMARY KEY (id)
);

CREATE TABLE times (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  statement TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  text TEXT NOT NULL,
  edtf TEXT,
  type TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE events (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  statement TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  who TEXT,
  did TEXT NOT NULL,
  "to" TEXT,
  plover TEXT,
  facet TEXT,
  "when" TEXT,
  "where" TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE entities (
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  names TEXT NOT NULL,
  country TEXT,
  metonyms TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE claims (
  id TEXT NOT NULL,
  proposition TEXT NOT NULL,
  facets TEXT NOT NULL,
  status TEXT NOT NULL,
  statements TEXT NOT NULL,
  voices BIGINT NOT NULL,
  origins BIGINT NOT NULL,
  silent TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE links (
  id TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  relation TEXT NOT NULL,
  kind TEXT,
  reason TEXT NOT NULL,
  a_span TEXT NOT NULL,
  b_span TEXT NOT NULL,
  independent BOOLEAN NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE origins (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  from_document TEXT,
  from_name TEXT,
  kind TEXT NOT NULL,
  score DOUBLE PRECISION NOT NULL,
  spans TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  run TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE decisions (
  id TEXT NOT NULL,
  "on" TEXT NOT NULL,
  decision TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (id)
);

CREATE TABLE refusals (
  uri TEXT NOT NULL,
  sha256 TEXT,
  reason TEXT NOT NULL
);

CREATE TABLE runs (
  id TEXT NOT NULL,
  code TEXT NOT NULL,
  models TEXT NOT NULL,
  configuration TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE resolution (
  referent TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (referent)
);

CREATE TABLE aligned (
  run TEXT NOT NULL,
  PRIMARY KEY (run)
);

CREATE INDEX segments_document ON segments (document);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX referents_document ON referents (document);
CREATE INDEX quantities_document ON quantities (document);
CREATE INDEX times_document ON times (document);
CREATE INDEX events_document ON events (document);
CREATE INDEX origins_document ON origins (document);
CREATE INDEX document_uris_uri ON document_uris (uri);
CREATE INDEX links_a ON links (a);
CREATE INDEX links_b ON links (b);
CREATE INDEX refusals_uri ON refusals (uri);
CREATE INDEX resolution_entity ON resolution (entity);
