-- Back to 20261129064500_knowledge_lookups. Another request under the key of an import is taken for a repeat of it.
ALTER TABLE "knowledge_import" DROP COLUMN "request_sha256";
