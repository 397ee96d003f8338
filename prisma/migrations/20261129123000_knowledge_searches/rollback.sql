-- Back to 20261129122100_cited_ids. What was found for people is forgotten; what it cost counts as look-ups.
DROP TABLE "knowledge_search";
ALTER TABLE "embedding_call" DROP CONSTRAINT "embedding_call_purpose_check";
UPDATE "embedding_call" SET "purpose" = 'look_up' WHERE "purpose" = 'search';
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_purpose_check" CHECK ("purpose" IN ('ingest', 'look_up'));
