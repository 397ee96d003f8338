-- What the application calls to bring documents in and to take them out. Each function is safe to call twice.
-- Failures that a caller tells apart have codes of their own: KN404 (not there), KN409 (already there, or another's), KN422
-- (does not fit).

SET search_path = knowledge, extensions, public;

/* A vector as it is stored: zeros behind it leave every cosine as it was. */
CREATE FUNCTION padded(embedding vector) RETURNS vector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = knowledge, extensions, public
RETURN CASE
  WHEN vector_dims(embedding) >= 1536 THEN embedding
  ELSE embedding || array_fill(0::real, ARRAY[1536 - vector_dims(embedding)])::vector
END;

/* Makes a collection, or gives back the one of that name. KN409: it stands with another model or other dimensions. */
CREATE FUNCTION create_collection(project uuid, name text, embedding_model text, dimensions integer, description text DEFAULT '')
RETURNS uuid
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
DECLARE
  found collections;
BEGIN
  INSERT INTO collections AS c (project_id, name, embedding_model, dimensions, description)
  VALUES (project, create_collection.name, create_collection.embedding_model, create_collection.dimensions, create_collection.description)
  ON CONFLICT ON CONSTRAINT collections_project_id_name_key DO NOTHING;
  SELECT * INTO found FROM collections c WHERE c.project_id = project AND c.name = create_collection.name;
  IF found.embedding_model <> create_collection.embedding_model OR found.dimensions <> create_collection.dimensions THEN
    RAISE EXCEPTION 'the collection "%" holds vectors of % with % dimensions', found.name, found.embedding_model, found.dimensions
      USING ERRCODE = 'KN409', HINT = 'Make another collection for another model, or embed with the one that this one names.';
  END IF;
  RETURN found.id;
END
$$;

/* Removes a collection with all that is in it; nothing where it is not there. */
CREATE FUNCTION delete_collection(project uuid, collection uuid) RETURNS void
LANGUAGE sql
SET search_path = knowledge, extensions, public
AS $$
  DELETE FROM collections WHERE id = collection AND project_id = project;
$$;

/*
 * Makes the next version of a document, which look-ups don't find before it is published, and gives back which one it is;
 * the newest one where it was made of the same content. KN404: there is no such collection in the project.
 */
CREATE FUNCTION put_document(
  project uuid, collection uuid, source text, title text, media_type text, content_hash text, content text,
  page_offsets integer[] DEFAULT '{}', metadata jsonb DEFAULT '{}'
) RETURNS TABLE (document_id uuid, version integer, is_new boolean)
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
DECLARE
  document documents;
  newest document_versions;
BEGIN
  PERFORM FROM collections c WHERE c.id = collection AND c.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such collection' USING ERRCODE = 'KN404'; END IF;
  INSERT INTO documents (project_id, collection_id, source, title, media_type, metadata)
  VALUES (project, collection, put_document.source, put_document.title, put_document.media_type, put_document.metadata)
  ON CONFLICT (collection_id, source) DO UPDATE
    SET title = excluded.title, media_type = excluded.media_type, metadata = excluded.metadata, updated_at = now()
  RETURNING * INTO document;
  -- The document's row is locked now: two that bring it at once make two versions, one after the other.
  SELECT * INTO newest FROM document_versions v WHERE v.document_id = document.id ORDER BY v.version DESC LIMIT 1;
  IF newest.content_hash = put_document.content_hash THEN
    RETURN QUERY SELECT document.id, newest.version, false;
    RETURN;
  END IF;
  INSERT INTO document_versions (document_id, version, content_hash, text, page_offsets)
  VALUES (document.id, coalesce(newest.version, 0) + 1, put_document.content_hash, content, put_document.page_offsets);
  RETURN QUERY SELECT document.id, coalesce(newest.version, 0) + 1, true;
END
$$;

/*
 * Adds at most 500 passages of one version of a document, and gives back how many were new. An entry is an object: id, content,
 * words (the content, segmented into words by spaces), embedding, ordinal, start_offset, end_offset, and where there are
 * some page, heading_path, metadata. KN404: no such version in the project; KN422: too many, or of other dimensions.
 */
CREATE FUNCTION add_knowledge_entries(project uuid, document uuid, version integer, entries jsonb) RETURNS integer
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
DECLARE
  owner collections;
  misfit integer;
  added integer;
BEGIN
  IF jsonb_array_length(entries) > 500 THEN
    RAISE EXCEPTION '% entries at once; at most 500 are taken', jsonb_array_length(entries) USING ERRCODE = 'KN422';
  END IF;
  -- Locked: what is counted for BM25 changes for one batch after the other.
  SELECT c.* INTO owner
  FROM documents d JOIN collections c ON c.id = d.collection_id JOIN document_versions v ON v.document_id = d.id
  WHERE d.id = document AND d.project_id = project AND v.version = add_knowledge_entries.version
  FOR NO KEY UPDATE OF c;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such version of the document' USING ERRCODE = 'KN404'; END IF;

  SELECT vector_dims(e.embedding) INTO misfit
  FROM jsonb_to_recordset(entries) AS e(embedding vector) WHERE vector_dims(e.embedding) <> owner.dimensions LIMIT 1;
  IF misfit IS NOT NULL THEN
    RAISE EXCEPTION 'a vector has % dimensions; the collection "%" holds those of % with %', misfit, owner.name, owner.embedding_model, owner.dimensions
      USING ERRCODE = 'KN422';
  END IF;

  WITH given AS (
    SELECT e.*, to_tsvector(owner.language, e.words) AS vector_of_words
    FROM jsonb_to_recordset(entries) AS e(
      id uuid, content text, words text, embedding vector, ordinal integer, start_offset integer, end_offset integer,
      page integer, heading_path text[], metadata jsonb)
  ), new AS (
    INSERT INTO knowledge_entries AS k (
      id, content, embedding, metadata, project_id, collection_id, document_id, document_version, ordinal,
      start_offset, end_offset, page, heading_path, words, word_count)
    SELECT g.id, g.content, padded(g.embedding), coalesce(g.metadata, '{}'), project, owner.id, document, add_knowledge_entries.version,
      g.ordinal, g.start_offset, g.end_offset, g.page, coalesce(g.heading_path, '{}'), g.vector_of_words, length_in_words(g.vector_of_words)
    FROM given g
    ON CONFLICT DO NOTHING
    RETURNING k.words, k.word_count
  ), counted AS (
    UPDATE collections c
    SET entry_count = c.entry_count + n.entries, word_count = c.word_count + n.words, updated_at = now()
    FROM (SELECT count(*) AS entries, coalesce(sum(new.word_count), 0) AS words FROM new) n
    WHERE c.id = owner.id
    RETURNING n.entries
  ), frequencies AS (
    INSERT INTO word_frequencies AS f (collection_id, word, entry_count)
    SELECT owner.id, w.lexeme, count(*) FROM new, unnest(new.words) AS w GROUP BY w.lexeme
    ON CONFLICT (collection_id, word) DO UPDATE SET entry_count = f.entry_count + excluded.entry_count
    RETURNING 1
  )
  SELECT counted.entries INTO added FROM counted;
  RETURN added;
END
$$;

/* How many words an entry has, stop words left out. */
CREATE FUNCTION length_in_words(words tsvector) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = knowledge, extensions, public
RETURN (SELECT coalesce(sum(cardinality(w.positions)), 0)::integer FROM unnest(words) AS w);

/* From now on look-ups find this version of the document and no other. KN404: it is not there. */
CREATE FUNCTION publish_document(project uuid, document uuid, version integer) RETURNS void
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
BEGIN
  UPDATE documents d SET version = publish_document.version, updated_at = now()
  FROM document_versions v
  WHERE d.id = document AND d.project_id = project AND v.document_id = d.id AND v.version = publish_document.version;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such version of the document' USING ERRCODE = 'KN404'; END IF;
END
$$;

/*
 * Deletes at most 500 entries of a document, of all versions or of those that look-ups no longer find, and gives back how many
 * there were: call it until that is 0. The texts of its versions stay, for what cites them.
 */
CREATE FUNCTION delete_document_entries(project uuid, document uuid, only_outdated boolean DEFAULT false) RETURNS integer
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
DECLARE
  owner uuid;
  deleted integer;
BEGIN
  SELECT c.id INTO owner
  FROM documents d JOIN collections c ON c.id = d.collection_id
  WHERE d.id = document AND d.project_id = project
  FOR NO KEY UPDATE OF c;
  IF NOT FOUND THEN RETURN 0; END IF;
  WITH gone AS (
    DELETE FROM knowledge_entries k
    WHERE k.id IN (
      SELECT e.id FROM knowledge_entries e JOIN documents d ON d.id = e.document_id
      WHERE e.collection_id = owner AND e.document_id = document AND (NOT only_outdated OR e.document_version < d.version)
      LIMIT 500)
    RETURNING k.words, k.word_count
  ), counted AS (
    UPDATE collections c
    SET entry_count = c.entry_count - n.entries, word_count = c.word_count - n.words, updated_at = now()
    FROM (SELECT count(*) AS entries, coalesce(sum(gone.word_count), 0) AS words FROM gone) n
    WHERE c.id = owner
    RETURNING n.entries
  ), lessened AS (
    UPDATE word_frequencies f SET entry_count = f.entry_count - n.entries
    FROM (SELECT w.lexeme, count(*) AS entries FROM gone, unnest(gone.words) AS w GROUP BY w.lexeme) n
    WHERE f.collection_id = owner AND f.word = n.lexeme
    RETURNING 1
  )
  SELECT counted.entries INTO deleted FROM counted;
  DELETE FROM word_frequencies f WHERE f.collection_id = owner AND f.entry_count = 0;
  RETURN deleted;
END
$$;

/* Removes a document whose entries have been deleted, with the texts of all of its versions. KN409: it still has some. */
CREATE FUNCTION delete_document(project uuid, document uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
BEGIN
  PERFORM FROM knowledge_entries k WHERE k.document_id = document AND k.project_id = project;
  IF FOUND THEN RAISE EXCEPTION 'the document still has entries' USING ERRCODE = 'KN409'; END IF;
  DELETE FROM documents d WHERE d.id = document AND d.project_id = project;
END
$$;

/* How many entries look-ups find: in a project, in one of its collections, or of one document. */
CREATE FUNCTION count_knowledge_entries(project uuid, collection uuid DEFAULT NULL, document uuid DEFAULT NULL) RETURNS bigint
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT count(*)
  FROM knowledge_entries k JOIN documents d ON d.id = k.document_id AND d.version = k.document_version
  WHERE k.project_id = project
    AND (collection IS NULL OR k.collection_id = collection)
    AND (document IS NULL OR k.document_id = document);
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA knowledge FROM PUBLIC;
RESET search_path;
