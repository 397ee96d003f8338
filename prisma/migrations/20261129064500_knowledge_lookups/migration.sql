-- AlterTable
ALTER TABLE "message" ADD COLUMN "citations" JSONB;

-- CreateTable
CREATE TABLE "knowledge_lookup" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "turn" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "call_index" INTEGER,
    "speaker" TEXT NOT NULL,
    "collections" TEXT[],
    "question" TEXT NOT NULL,
    "passages" JSONB NOT NULL,
    "latency_ms" INTEGER NOT NULL,
    "written_by" TEXT NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "knowledge_lookup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "knowledge_lookup_conversation_id_turn_idx" ON "knowledge_lookup"("conversation_id", "turn");

-- CreateIndex
CREATE UNIQUE INDEX "knowledge_lookup_conversation_id_written_by_key" ON "knowledge_lookup"("conversation_id", "written_by");

-- AddForeignKey
ALTER TABLE "knowledge_lookup" ADD CONSTRAINT "knowledge_lookup_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

