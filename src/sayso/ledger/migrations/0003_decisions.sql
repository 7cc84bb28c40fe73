-- What a decision was about, at which version, on which words; what people made of links and origins.

ALTER TABLE decisions ADD COLUMN other TEXT;
ALTER TABLE decisions ADD COLUMN field TEXT;
ALTER TABLE decisions ADD COLUMN was TEXT;
ALTER TABLE decisions ADD COLUMN value TEXT;
ALTER TABLE decisions ADD COLUMN version TEXT;
ALTER TABLE decisions ADD COLUMN grounds TEXT NOT NULL DEFAULT '[]';
ALTER TABLE decisions ADD COLUMN against TEXT NOT NULL DEFAULT '[]';

ALTER TABLE links ADD COLUMN standing TEXT NOT NULL DEFAULT 'suggested';
ALTER TABLE origins ADD COLUMN standing TEXT NOT NULL DEFAULT 'suggested';
