-- What is deleted leaves no embedding behind: which source's passages a kept embedding has served is noted, so that it goes with the
-- last of them. And a document without its text, for whoever asks only how it stands.

SET search_path = knowledge, extensions, public;

/*
 * Which sources of a collection have used which kept embedding, in any version. By source, not by document: one that failed
 * and was taken out again finds what was paid for it.
 */
CREATE TABLE embedding_uses (
  collection_id uuid NOT NULL REFERENCES collections ON DELETE CASCADE,
  -- MD5 of the document's source, which may be a long address.
  source_key    uuid NOT NULL,
  content_hash  text NOT NULL,
  PRIMARY KEY (collection_id, source_key, content_hash)
);
CREATE INDEX embedding_uses_content_hash ON embedding_uses (content_hash);

ALTER TABLE embedding_uses ENABLE ROW LEVEL SECURITY;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_role') THEN
    CREATE POLICY service_role_has_all ON knowledge.embedding_uses TO service_role USING (true) WITH CHECK (true);
  END IF;
END
$$;

-- Of the passages that stand already. What was embedded is a passage below its title and headings.
INSERT INTO embedding_uses (collection_id, source_key, content_hash)
SELECT DISTINCT d.collection_id, md5(d.source)::uuid, encode(sha256(convert_to(
    array_to_string(CASE WHEN k.heading_path[1] = d.title THEN k.heading_path ELSE d.title || k.heading_path END, ' > ')
      || E'\n\n' || k.content, 'UTF8')), 'hex')
FROM knowledge_entries k JOIN documents d ON d.id = k.document_id;

/* Notes that a document's passages use these embeddings, before they are looked for or paid for. Nothing for a document that is gone. */
CREATE FUNCTION note_embedding_uses(project uuid, document uuid, content_hashes text[]) RETURNS void
LANGUAGE sql
SET search_path = knowledge, extensions, public
AS $$
  INSERT INTO embedding_uses (collection_id, source_key, content_hash)
  SELECT d.collection_id, md5(d.source)::uuid, h.content_hash
  FROM documents d, unnest(content_hashes) AS h(content_hash)
  WHERE d.id = document AND d.project_id = project
  ORDER BY h.content_hash
  ON CONFLICT DO NOTHING;
$$;

/*
 * Forgets the kept embeddings of a collection, or of one document of it, that no other document uses; returns how many there
 * were. To be called before the collection or the document is deleted; nothing where it is not there.
 */
CREATE FUNCTION forget_used_embeddings(project uuid, collection uuid, document uuid DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql
SET search_path = knowledge, extensions, public
AS $$
DECLARE
  owner collections;
  source_of uuid;
  hashes text[];
  forgotten integer;
BEGIN
  SELECT c.* INTO owner FROM collections c WHERE c.id = collection AND c.project_id = project;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF document IS NOT NULL THEN
    SELECT md5(d.source)::uuid INTO source_of FROM documents d WHERE d.id = document AND d.collection_id = owner.id;
    IF NOT FOUND THEN RETURN 0; END IF;
  END IF;
  -- One after the other: two at once would each leave what both use to the other one.
  PERFORM pg_advisory_xact_lock(hashtextextended('knowledge.embedding_uses', 0));
  WITH gone AS (
    DELETE FROM embedding_uses u
    WHERE u.collection_id = owner.id AND (document IS NULL OR u.source_key = source_of)
    RETURNING u.content_hash
  )
  SELECT coalesce(array_agg(DISTINCT gone.content_hash), '{}') INTO hashes FROM gone;
  DELETE FROM embedding_cache e
  WHERE e.embedding_model = owner.embedding_model AND e.dimensions = owner.dimensions AND e.content_hash = ANY (hashes)
    AND NOT EXISTS (
      SELECT FROM embedding_uses u JOIN collections c ON c.id = u.collection_id
      WHERE u.content_hash = e.content_hash AND c.embedding_model = e.embedding_model AND c.dimensions = e.dimensions
    );
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;

/* A document as the list has it, with its collection's name and without any text. KN404: there is none in the project. */
CREATE FUNCTION find_document(project uuid, document uuid)
RETURNS TABLE (
  id uuid, collection_id uuid, collection_name text, source text, title text, media_type text, version integer,
  newest_version integer, entry_count bigint, metadata jsonb, created_at timestamptz, updated_at timestamptz
)
LANGUAGE plpgsql STABLE
SET search_path = knowledge, extensions, public
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT d.id, d.collection_id, c.name, d.source, d.title, d.media_type, d.version,
      (SELECT coalesce(max(v.version), 0) FROM document_versions v WHERE v.document_id = d.id),
      (SELECT count(*) FROM knowledge_entries k WHERE k.document_id = d.id AND k.document_version = d.version AND k.collection_id = d.collection_id),
      d.metadata, d.created_at, d.updated_at
    FROM documents d JOIN collections c ON c.id = d.collection_id
    WHERE d.id = document AND d.project_id = project;
  IF NOT FOUND THEN RAISE EXCEPTION 'there is no such document' USING ERRCODE = 'KN404'; END IF;
END
$$;

/* Which version of a document look-ups find; 0: none yet. Null: there is no such document in the project. */
CREATE FUNCTION published_version(project uuid, document uuid) RETURNS integer
LANGUAGE sql STABLE
SET search_path = knowledge, extensions, public
AS $$
  SELECT d.version FROM documents d WHERE d.id = document AND d.project_id = project;
$$;

-- Nobody has called it.
DROP FUNCTION forget_embeddings;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA knowledge FROM PUBLIC;
RESET search_path;
