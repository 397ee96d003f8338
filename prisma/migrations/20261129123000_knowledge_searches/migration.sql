-- What people ask of the documents, and what was found; kept for a day.
CREATE TABLE "knowledge_search" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_by" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "passages" JSONB,
    "words" TEXT[],
    "latency_ms" INTEGER,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "knowledge_search_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "knowledge_search_state_check" CHECK ("state" IN ('open', 'answered', 'failed'))
);

CREATE INDEX "knowledge_search_created_at_idx" ON "knowledge_search"("created_at");
CREATE INDEX "knowledge_search_project_id_idx" ON "knowledge_search"("project_id");

ALTER TABLE "knowledge_search" ADD CONSTRAINT "knowledge_search_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Their embeddings are told from those of agents.
ALTER TABLE "embedding_call" DROP CONSTRAINT "embedding_call_purpose_check";
ALTER TABLE "embedding_call" ADD CONSTRAINT "embedding_call_purpose_check" CHECK ("purpose" IN ('ingest', 'look_up', 'search'));
