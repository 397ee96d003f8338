-- The knowledge store: collections of documents, cut into entries that are found by meaning and by words.
-- Plain SQL for any PostgreSQL with pgvector 0.8.4 or newer; the Supabase CLI takes it as it is. The application's roles
-- call the functions of this schema and nothing else.

CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA extensions;

DO $$
DECLARE
  installed text := (SELECT extversion FROM pg_extension WHERE extname = 'vector');
BEGIN
  -- Older ones break HNSW indexes on vacuum (0.8.4), or overflow while one is built in parallel (0.8.2).
  IF string_to_array(regexp_replace(installed, '[^0-9.].*$', ''), '.')::int[] < ARRAY[0, 8, 4] THEN
    RAISE EXCEPTION 'pgvector % is installed; the knowledge store needs 0.8.4 or newer', installed
      USING HINT = 'Update the extension: ALTER EXTENSION vector UPDATE;';
  END IF;
END
$$;

CREATE SCHEMA knowledge;

-- Where the extension stands differs: in `extensions` on Supabase, in `public` elsewhere.
SET search_path = knowledge, extensions, public;

/* What is searched together. All of its embeddings come from one model. */
CREATE TABLE collections (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id      uuid        NOT NULL,
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  description     text        NOT NULL DEFAULT '',
  embedding_model text        NOT NULL CHECK (embedding_model <> ''),
  -- What the model gives; shorter vectors are stored with zeros behind them, which leaves every cosine as it was.
  dimensions      integer     NOT NULL CHECK (dimensions BETWEEN 1 AND 1536),
  -- Whose stems and stop words: a text search configuration. Text in other scripts passes through it as it was segmented.
  language        regconfig   NOT NULL DEFAULT 'pg_catalog.english',
  -- For BM25; kept by the functions that add and delete entries.
  entry_count     bigint      NOT NULL DEFAULT 0 CHECK (entry_count >= 0),
  word_count      bigint      NOT NULL DEFAULT 0 CHECK (word_count >= 0),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (project_id, name)
);

/* A source: a file that somebody brought, or what stands at an address. */
CREATE TABLE documents (
  id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id    uuid        NOT NULL,
  collection_id uuid        NOT NULL REFERENCES collections ON DELETE CASCADE,
  -- The file's name, or its address: what is brought again under the same name is its next version.
  source        text        NOT NULL CHECK (source <> ''),
  title         text        NOT NULL,
  media_type    text        NOT NULL,
  -- The version that look-ups find; 0: none is whole yet.
  version       integer     NOT NULL DEFAULT 0 CHECK (version >= 0),
  metadata      jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (collection_id, source)
);

/* The text of a document as it was read at a time. Kept when a newer one comes: a citation opens the one that it cites. */
CREATE TABLE document_versions (
  document_id  uuid        NOT NULL REFERENCES documents ON DELETE CASCADE,
  version      integer     NOT NULL CHECK (version >= 1),
  -- SHA-256 of what was brought, in hexadecimal: the same again is no new version.
  content_hash text        NOT NULL,
  text         text        NOT NULL,
  -- Where in `text` each page begins; empty: it has no pages.
  page_offsets integer[]   NOT NULL DEFAULT '{}',
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, version)
);

/* A passage of a document, as it was cut. */
CREATE TABLE knowledge_entries (
  id               uuid         PRIMARY KEY,
  content          text         NOT NULL,
  -- Uncompressed beside the row: vectors don't compress, and looking for words must not read them.
  embedding        vector(1536) NOT NULL,
  metadata         jsonb        NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  created_at       timestamptz  NOT NULL DEFAULT now(),
  project_id       uuid         NOT NULL,
  collection_id    uuid         NOT NULL REFERENCES collections ON DELETE CASCADE,
  document_id      uuid         NOT NULL REFERENCES documents ON DELETE CASCADE,
  document_version integer      NOT NULL,
  -- Its place among the passages of its version, from 0 on.
  ordinal          integer      NOT NULL CHECK (ordinal >= 0),
  -- In UTF-16 code units of the version's text, as JavaScript counts; the end is exclusive.
  start_offset     integer      NOT NULL CHECK (start_offset >= 0),
  end_offset       integer      NOT NULL CHECK (end_offset >= start_offset),
  page             integer,
  heading_path     text[]       NOT NULL DEFAULT '{}',
  words            tsvector     NOT NULL,
  word_count       integer      NOT NULL CHECK (word_count >= 0),
  UNIQUE (document_id, document_version, ordinal)
);
ALTER TABLE knowledge_entries ALTER COLUMN embedding SET STORAGE EXTERNAL;

CREATE INDEX knowledge_entries_embedding ON knowledge_entries USING hnsw (embedding vector_cosine_ops) WITH (m = 16, ef_construction = 100);
CREATE INDEX knowledge_entries_collection ON knowledge_entries (collection_id, document_id);
CREATE INDEX knowledge_entries_words ON knowledge_entries USING gin (words);
CREATE INDEX knowledge_entries_metadata ON knowledge_entries USING gin (metadata jsonb_path_ops);

/* In how many of a collection's entries a word stands. */
CREATE TABLE word_frequencies (
  collection_id uuid   NOT NULL REFERENCES collections ON DELETE CASCADE,
  word          text   NOT NULL,
  entry_count   bigint NOT NULL CHECK (entry_count >= 0),
  PRIMARY KEY (collection_id, word)
);

/* Embeddings that have been paid for, by what they are of: nothing is asked for twice. */
CREATE TABLE embedding_cache (
  embedding_model text         NOT NULL,
  dimensions      integer      NOT NULL,
  -- SHA-256 of the text that was embedded, in hexadecimal.
  content_hash    text         NOT NULL,
  embedding       vector(1536) NOT NULL,
  created_at      timestamptz  NOT NULL DEFAULT now(),
  PRIMARY KEY (embedding_model, dimensions, content_hash)
);
ALTER TABLE embedding_cache ALTER COLUMN embedding SET STORAGE EXTERNAL;

-- Supabase's roles: nothing for who comes from a browser, all for the service role. Elsewhere they don't exist.
DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['collections', 'documents', 'document_versions', 'knowledge_entries', 'word_frequencies', 'embedding_cache'] LOOP
    EXECUTE format('ALTER TABLE knowledge.%I ENABLE ROW LEVEL SECURITY', each);
  END LOOP;
  REVOKE ALL ON SCHEMA knowledge FROM PUBLIC;
  ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge REVOKE ALL ON FUNCTIONS FROM PUBLIC;
  FOREACH each IN ARRAY ARRAY['anon', 'authenticated'] LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = each) THEN
      EXECUTE format('REVOKE ALL ON SCHEMA knowledge FROM %I', each);
      EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA knowledge FROM %I', each);
      EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge REVOKE ALL ON TABLES FROM %I', each);
      EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge REVOKE ALL ON FUNCTIONS FROM %I', each);
    END IF;
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_role') THEN
    GRANT USAGE ON SCHEMA knowledge TO service_role;
    GRANT ALL ON ALL TABLES IN SCHEMA knowledge TO service_role;
    ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge GRANT ALL ON TABLES TO service_role;
    ALTER DEFAULT PRIVILEGES IN SCHEMA knowledge GRANT EXECUTE ON FUNCTIONS TO service_role;
    FOREACH each IN ARRAY ARRAY['collections', 'documents', 'document_versions', 'knowledge_entries', 'word_frequencies', 'embedding_cache'] LOOP
      EXECUTE format('CREATE POLICY service_role_has_all ON knowledge.%I TO service_role USING (true) WITH CHECK (true)', each);
    END LOOP;
  END IF;
END
$$;

RESET search_path;
