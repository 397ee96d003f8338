-- Back to 20261129122000_import_requests. Who cited a document is no longer found.
DROP INDEX "message_cited_ids";
DROP FUNCTION "cited_ids"(JSONB);
