-- Back to 20261129061500_embedding_calls. What was brought but is not in the knowledge store yet is lost.
DROP TABLE "knowledge_import_item";
DROP TABLE "knowledge_text";
DROP TABLE "knowledge_source_part";
DROP TABLE "knowledge_source";
DROP TABLE "knowledge_import";
