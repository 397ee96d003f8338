-- AlterTable
ALTER TABLE "conversation" ADD COLUMN "run" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "turn" ADD COLUMN "scope" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "message" ADD COLUMN "body" JSONB,
ADD COLUMN "copied" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "memories" JSONB,
ADD COLUMN "position" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "read_before" INTEGER,
ADD COLUMN "resets" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "run" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "scope" TEXT NOT NULL DEFAULT '',
ADD COLUMN "thought" TEXT;

-- AlterTable
ALTER TABLE "model_call" ADD COLUMN "ordinal" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "scope" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "request_outline" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "team_version" ALTER COLUMN "config" SET DATA TYPE JSON;

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_sha256" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tool_call" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "turn" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "agent" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "proposed_arguments" TEXT NOT NULL,
    "approved_arguments" TEXT,
    "effective_arguments" TEXT,
    "plan" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "result" TEXT,
    "is_error" BOOLEAN,
    "idempotency_key" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tool_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_part" (
    "project_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_part_pkey" PRIMARY KEY ("project_id","sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_sha256_key" ON "api_token"("token_sha256");

-- CreateIndex
CREATE INDEX "api_token_project_id_user_id_idx" ON "api_token"("project_id", "user_id");

-- CreateIndex
CREATE INDEX "tool_call_conversation_id_revision_idx" ON "tool_call"("conversation_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "tool_call_conversation_id_seq_index_written_by_key" ON "tool_call"("conversation_id", "seq", "index", "written_by");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tool_call" ADD CONSTRAINT "tool_call_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

-- What stands in a transcript already came to stand there in the order of its numbers.
UPDATE "message" SET "position" = "seq";
-- What an agent has said itself is known by what it had read: until now all before it.
UPDATE "message" SET "read_before" = "seq" WHERE "model_call_id" IS NOT NULL;

ALTER TABLE "human_task" DROP CONSTRAINT "human_task_kind_check";
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_kind_check"
  CHECK ("kind" IN ('review_message', 'give_input', 'resolve_error', 'approve_tool_call'));
ALTER TABLE "tool_call" ADD CONSTRAINT "tool_call_state_check"
  CHECK ("state" IN ('proposed', 'running', 'completed', 'failed', 'rejected', 'unknown'));
