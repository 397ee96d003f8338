-- What the marks in a message lead to (message.citations): the ids of the documents, and those of the passages.
CREATE FUNCTION "cited_ids"("citations" JSONB) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(
  SELECT "id" #>> '{}' FROM jsonb_path_query("citations", 'lax $[*].passage.documentId') AS "id"
  UNION
  SELECT "id" #>> '{}' FROM jsonb_path_query("citations", 'lax $[*].passage.entryIds[*]') AS "id"
);

-- Who cited a document or a passage. Most messages cite nothing, and cost nothing here.
CREATE INDEX "message_cited_ids" ON "message" USING gin (cited_ids("citations")) WITH (fastupdate = off)
WHERE "superseded_at" IS NULL AND "citations" IS NOT NULL;
