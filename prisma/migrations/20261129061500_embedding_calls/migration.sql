-- CreateTable
CREATE TABLE "embedding_call" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "text_count" INTEGER NOT NULL,
    "collection_id" UUID,
    "document_id" UUID,
    "conversation_id" UUID,
    "turn" INTEGER,
    "seq" INTEGER,
    "written_by" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "failure_type" TEXT,
    "failure_message" TEXT,
    "tokens" INTEGER,
    "cost_micro_usd" BIGINT,
    "latency_ms" INTEGER,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "embedding_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "embedding_call_project_id_started_at_idx" ON "embedding_call"("project_id", "started_at" DESC);

-- CreateIndex
CREATE INDEX "embedding_call_document_id_idx" ON "embedding_call"("document_id");

-- CreateIndex
CREATE INDEX "embedding_call_conversation_id_seq_idx" ON "embedding_call"("conversation_id", "seq");

-- CreateIndex
CREATE INDEX "embedding_call_written_by_state_idx" ON "embedding_call"("written_by", "state");

-- AddForeignKey
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_purpose_check" CHECK ("purpose" IN ('ingest', 'look_up'));
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_state_check"
  CHECK ("state" IN ('open', 'completed', 'failed', 'cancelled', 'unknown'));
