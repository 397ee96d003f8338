-- What pages, the API and look-ups read, and the embeddings that have been paid for. No function changes a document.
-- Lists come in pages: each row says how many there are in all. KN404 says what is not in the project.

SET search_path = knowledge, extensions, public;

/* The version of pgvector: what a health check looks at. */
CREATE FUNCTION pgvector_version() RETURNS text
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT extversion FROM pg_extension WHERE extname = 'vector';
$$;

/* A pattern of ILIKE that finds `part` anywhere, taken literally. */
CREATE FUNCTION containing(part text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = knowledge, extensions, public
RETURN '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%';

/* The collections of a project, by name; `search` is looked for in their names. Entries that look-ups find are counted. */
CREATE FUNCTION list_collections(project uuid, search text DEFAULT '', skip integer DEFAULT 0, take integer DEFAULT 24)
RETURNS TABLE (
  id uuid, name text, description text, embedding_model text, dimensions integer, document_count bigint, entry_count bigint,
  created_at timestamptz, updated_at timestamptz, total bigint
)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT c.id, c.name, c.description, c.embedding_model, c.dimensions,
    (SELECT count(*) FROM documents d WHERE d.collection_id = c.id),
    (SELECT count(*) FROM knowledge_entries k JOIN documents d ON d.id = k.document_id AND d.version = k.document_version WHERE k.collection_id = c.id),
    c.created_at, c.updated_at, count(*) OVER ()
  FROM collections c
  WHERE c.project_id = project AND c.name ILIKE containing(search)
  ORDER BY c.name, c.id
  OFFSET greatest(skip, 0) LIMIT least(greatest(take, 1), 500);
$$;

/* One collection, as the list has it. KN404: there is none in the project. */
CREATE FUNCTION read_collection(project uuid, collection uuid)
RETURNS TABLE (
  id uuid, name text, description text, embedding_model text, dimensions integer, document_count bigint, entry_count bigint,
  created_at timestamptz, updated_at timestamptz
)
LANGUAGE plpgsql STABLE
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT c.id, c.name, c.description, c.embedding_model, c.dimensions,
      (SELECT count(*) FROM documents d WHERE d.collection_id = c.id),
      (SELECT count(*) FROM knowledge_entries k JOIN documents d ON d.id = k.document_id AND d.version = k.document_version WHERE k.collection_id = c.id),
      c.created_at, c.updated_at
    FROM collections c WHERE c.id = collection AND c.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such collection' USING ERRCODE = 'KN404'; END IF;
END
$$;

/* The collections of these names that are in the project: what a team's JSON names. */
CREATE FUNCTION find_collections(project uuid, names text[])
RETURNS TABLE (id uuid, name text, embedding_model text, dimensions integer)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT c.id, c.name, c.embedding_model, c.dimensions
  FROM collections c WHERE c.project_id = project AND c.name = ANY (names) ORDER BY c.name;
$$;

/*
 * The documents of a collection, by title; `search` is looked for in titles and sources. `version` is the one that look-ups
 * find (0: none yet), `newest_version` the last that was brought; entries of the former are counted. KN404: no such collection.
 */
CREATE FUNCTION list_documents(project uuid, collection uuid, search text DEFAULT '', skip integer DEFAULT 0, take integer DEFAULT 24)
RETURNS TABLE (
  id uuid, collection_id uuid, source text, title text, media_type text, version integer, newest_version integer,
  entry_count bigint, metadata jsonb, created_at timestamptz, updated_at timestamptz, total bigint
)
LANGUAGE plpgsql STABLE
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM collections c WHERE c.id = collection AND c.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such collection' USING ERRCODE = 'KN404'; END IF;
  RETURN QUERY
    SELECT d.id, d.collection_id, d.source, d.title, d.media_type, d.version,
      (SELECT coalesce(max(v.version), 0) FROM document_versions v WHERE v.document_id = d.id),
      (SELECT count(*) FROM knowledge_entries k WHERE k.document_id = d.id AND k.document_version = d.version AND k.collection_id = d.collection_id),
      d.metadata, d.created_at, d.updated_at, count(*) OVER ()
    FROM documents d
    WHERE d.collection_id = collection AND (d.title ILIKE containing(search) OR d.source ILIKE containing(search))
    ORDER BY d.title, d.source
    OFFSET greatest(skip, 0) LIMIT least(greatest(take, 1), 500);
END
$$;

/*
 * A document with the text of one of its versions: `wanted_version`, or where that is null the one that look-ups find, or the
 * newest while none is whole. `version` in the answer is that one. KN404: no such document, or no such version.
 */
CREATE FUNCTION read_document(project uuid, document uuid, wanted_version integer DEFAULT NULL)
RETURNS TABLE (
  id uuid, collection_id uuid, collection_name text, source text, title text, media_type text, version integer,
  published_version integer, newest_version integer, content_hash text, content text, page_offsets integer[],
  entry_count bigint, metadata jsonb, created_at timestamptz, updated_at timestamptz, version_created_at timestamptz
)
LANGUAGE plpgsql STABLE
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
DECLARE
  newest integer;
BEGIN
  SELECT max(v.version) INTO newest FROM document_versions v WHERE v.document_id = document;
  RETURN QUERY
    SELECT d.id, d.collection_id, c.name, d.source, d.title, d.media_type, v.version, d.version, newest, v.content_hash, v.text,
      v.page_offsets,
      (SELECT count(*) FROM knowledge_entries k WHERE k.document_id = d.id AND k.document_version = v.version AND k.collection_id = d.collection_id),
      d.metadata, d.created_at, d.updated_at, v.created_at
    FROM documents d
      JOIN collections c ON c.id = d.collection_id
      JOIN document_versions v ON v.document_id = d.id
        AND v.version = coalesce(wanted_version, nullif(d.version, 0), newest)
    WHERE d.id = document AND d.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such document, or no such version of it' USING ERRCODE = 'KN404'; END IF;
END
$$;

/* The versions of a document, newest first. KN404: there is no such document in the project. */
CREATE FUNCTION list_document_versions(project uuid, document uuid)
RETURNS TABLE (version integer, content_hash text, text_length integer, created_at timestamptz)
LANGUAGE plpgsql STABLE
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM documents d WHERE d.id = document AND d.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such document' USING ERRCODE = 'KN404'; END IF;
  RETURN QUERY
    SELECT v.version, v.content_hash, length(v.text), v.created_at
    FROM document_versions v WHERE v.document_id = document ORDER BY v.version DESC;
END
$$;

/* The passages of a version of a document in their order, from `first_ordinal` on. Those of older versions may be gone. */
CREATE FUNCTION document_entries(project uuid, document uuid, version integer, first_ordinal integer DEFAULT 0, take integer DEFAULT 100)
RETURNS TABLE (
  id uuid, collection_id uuid, document_id uuid, document_version integer, ordinal integer, content text,
  start_offset integer, end_offset integer, page integer, heading_path text[], metadata jsonb
)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT k.id, k.collection_id, k.document_id, k.document_version, k.ordinal, k.content, k.start_offset, k.end_offset, k.page,
    k.heading_path, k.metadata
  FROM knowledge_entries k
  WHERE k.document_id = document AND k.project_id = project AND k.document_version = document_entries.version
    AND k.ordinal >= first_ordinal
  ORDER BY k.ordinal
  LIMIT least(greatest(take, 1), 500);
$$;

/* Passages by their ids; what is not in the project, or no longer there, is left out. */
CREATE FUNCTION read_knowledge_entries(project uuid, entry_ids uuid[])
RETURNS TABLE (
  id uuid, collection_id uuid, document_id uuid, document_version integer, ordinal integer, content text,
  start_offset integer, end_offset integer, page integer, heading_path text[], metadata jsonb
)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT k.id, k.collection_id, k.document_id, k.document_version, k.ordinal, k.content, k.start_offset, k.end_offset, k.page,
    k.heading_path, k.metadata
  FROM knowledge_entries k WHERE k.id = ANY (entry_ids) AND k.project_id = project
  ORDER BY k.document_id, k.document_version, k.ordinal;
$$;

/* What stands around passages: those of the same version that are at most `reach` places away, they themselves among them. */
CREATE FUNCTION entries_around(project uuid, entry_ids uuid[], reach integer DEFAULT 1)
RETURNS TABLE (
  id uuid, collection_id uuid, document_id uuid, document_version integer, ordinal integer, content text,
  start_offset integer, end_offset integer, page integer, heading_path text[], metadata jsonb
)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT DISTINCT ON (n.document_id, n.document_version, n.ordinal)
    n.id, n.collection_id, n.document_id, n.document_version, n.ordinal, n.content, n.start_offset, n.end_offset, n.page,
    n.heading_path, n.metadata
  FROM knowledge_entries k
    JOIN knowledge_entries n ON n.document_id = k.document_id AND n.document_version = k.document_version
      AND n.ordinal BETWEEN k.ordinal - least(reach, 10) AND k.ordinal + least(reach, 10)
  WHERE k.id = ANY (entry_ids) AND k.project_id = project
  ORDER BY n.document_id, n.document_version, n.ordinal;
$$;

/* Embeddings of texts that were paid for before, as the model gave them; what is not there is left out. */
CREATE FUNCTION cached_embeddings(embedding_model text, dimensions integer, content_hashes text[])
RETURNS TABLE (content_hash text, embedding vector)
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT c.content_hash, subvector(c.embedding, 1, c.dimensions)
  FROM embedding_cache c
  WHERE c.embedding_model = cached_embeddings.embedding_model AND c.dimensions = cached_embeddings.dimensions
    AND c.content_hash = ANY (content_hashes);
$$;

/*
 * Keeps embeddings, at most 500 at once: objects with content_hash and embedding. What is kept already stays as it is.
 * KN422: too many, or of other dimensions.
 */
CREATE FUNCTION cache_embeddings(embedding_model text, dimensions integer, embeddings jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
DECLARE
  misfit integer;
BEGIN
  IF jsonb_array_length(embeddings) > 500 THEN
    RAISE EXCEPTION '% embeddings at once; at most 500 are taken', jsonb_array_length(embeddings) USING ERRCODE = 'KN422';
  END IF;
  SELECT vector_dims(e.embedding) INTO misfit
  FROM jsonb_to_recordset(embeddings) AS e(embedding vector) WHERE vector_dims(e.embedding) <> cache_embeddings.dimensions LIMIT 1;
  IF misfit IS NOT NULL THEN
    RAISE EXCEPTION 'a vector has % dimensions, not %', misfit, cache_embeddings.dimensions USING ERRCODE = 'KN422';
  END IF;
  INSERT INTO embedding_cache (embedding_model, dimensions, content_hash, embedding)
  SELECT cache_embeddings.embedding_model, cache_embeddings.dimensions, e.content_hash, padded(e.embedding)
  FROM jsonb_to_recordset(embeddings) AS e(content_hash text, embedding vector)
  -- In one order, so that two that keep the same at once don't wait for each other.
  ORDER BY e.content_hash
  ON CONFLICT DO NOTHING;
END
$$;

/* Forgets embeddings of texts that are to be gone. */
CREATE FUNCTION forget_embeddings(embedding_model text, dimensions integer, content_hashes text[]) RETURNS void
LANGUAGE sql
SET search_path = knowledge, extensions, public
AS $$
  DELETE FROM embedding_cache c
  WHERE c.embedding_model = forget_embeddings.embedding_model AND c.dimensions = forget_embeddings.dimensions
    AND c.content_hash = ANY (content_hashes);
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA knowledge FROM PUBLIC;
RESET search_path;
