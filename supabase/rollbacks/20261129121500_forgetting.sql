-- What has used which embedding is forgotten; the embeddings stay.

SET search_path = knowledge, extensions, public;

DROP FUNCTION note_embedding_uses, forget_used_embeddings, find_document, published_version;
DROP TABLE embedding_uses;

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
