-- Back to 20261129061500_embedding_calls. What was looked up, and what marks in answers lead to, is forgotten.
DROP TABLE "knowledge_lookup";
ALTER TABLE "message" DROP COLUMN "citations";
