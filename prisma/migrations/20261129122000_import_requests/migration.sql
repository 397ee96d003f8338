-- AlterTable
ALTER TABLE "knowledge_import" ADD COLUMN "request_sha256" TEXT;
