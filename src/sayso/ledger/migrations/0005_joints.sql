-- Why different names of one document were taken for one thing.
ALTER TABLE referents ADD COLUMN joints TEXT NOT NULL DEFAULT '[]';
