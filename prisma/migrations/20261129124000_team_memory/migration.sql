-- CreateTable
CREATE TABLE "memory_entry" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'current',
    "merged_into" UUID,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "edited_by" TEXT,
    "after_documents" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "memory_entry_kind_check" CHECK ("kind" IN ('decided', 'learned', 'preferred')),
    CONSTRAINT "memory_entry_state_check" CHECK ("state" IN ('current', 'merged', 'deleted'))
);

-- CreateTable
CREATE TABLE "memory_change" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "quote" TEXT,
    "conversation_id" UUID,
    "run" INTEGER,
    "seq" INTEGER,
    "user_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "memory_change_action_check" CHECK ("action" IN ('added', 'replaced', 'merged', 'removed', 'edited', 'pinned', 'unpinned', 'deleted'))
);

-- CreateTable
CREATE TABLE "memory_run" (
    "conversation_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run" INTEGER NOT NULL,
    "recalled" JSONB NOT NULL,
    "recalled_by" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'recalled',
    "changes" JSONB,
    "failure_type" TEXT,
    "failure_message" TEXT,
    "written_by" TEXT,
    "revision" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memory_run_pkey" PRIMARY KEY ("conversation_id", "run"),
    CONSTRAINT "memory_run_state_check" CHECK ("state" IN ('recalled', 'written', 'failed'))
);

-- CreateIndex
CREATE INDEX "memory_entry_project_id_team_id_state_updated_at_idx" ON "memory_entry"("project_id", "team_id", "state", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "memory_change_conversation_id_run_idx" ON "memory_change"("conversation_id", "run");

-- CreateIndex
CREATE UNIQUE INDEX "memory_change_entry_id_revision_key" ON "memory_change"("entry_id", "revision");

-- AddForeignKey
ALTER TABLE "memory_entry" ADD CONSTRAINT "memory_entry_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_change" ADD CONSTRAINT "memory_change_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "memory_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_run" ADD CONSTRAINT "memory_run_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
