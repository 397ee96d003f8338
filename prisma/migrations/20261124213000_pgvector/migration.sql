-- Its own migration: where the application's role may not create extensions, an administrator runs this line first
-- and it does nothing here.
CREATE EXTENSION IF NOT EXISTS vector;
