-- AlterTable
ALTER TABLE "submission" ADD COLUMN "request_sha256" TEXT;

-- CreateTable
CREATE TABLE "conversation_run" (
    "conversation_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run" INTEGER NOT NULL,
    "has_task" BOOLEAN NOT NULL,
    "state" TEXT,
    "stop_reason" TEXT,
    "idempotency_key" TEXT,
    "request_sha256" TEXT,
    "revision" BIGINT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_run_pkey" PRIMARY KEY ("conversation_id","run")
);

-- AddForeignKey
ALTER TABLE "conversation_run" ADD CONSTRAINT "conversation_run_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here on.

ALTER TABLE "conversation_run" ADD CONSTRAINT "conversation_run_state_check"
  CHECK ("state" IN ('finished', 'stopped', 'cancelled', 'failed'));

-- What is known of the runs so far: how the newest one ended stands with its conversation. How those before it ended
-- was written over when they were continued.
INSERT INTO "conversation_run" ("conversation_id", "project_id", "run", "has_task", "state", "stop_reason",
  "idempotency_key", "revision", "started_at", "ended_at")
SELECT c."id", c."project_id", numbers."run",
  EXISTS (
    SELECT FROM "message" m
    WHERE m."conversation_id" = c."id" AND m."run" = numbers."run" AND m."written_by" LIKE 'web:%'
  ),
  CASE WHEN newest."ended" THEN c."state" END,
  CASE WHEN newest."ended" THEN c."stop_reason" END,
  CASE WHEN numbers."run" = 0 THEN c."idempotency_key" ELSE asked."key" END,
  c."revision",
  CASE WHEN numbers."run" = 0 THEN c."created_at" ELSE coalesce(asked."at", c."updated_at") END,
  CASE WHEN newest."ended" THEN c."ended_at" END
FROM "conversation" c
CROSS JOIN LATERAL generate_series(0, c."run") AS numbers("run")
CROSS JOIN LATERAL (
  SELECT numbers."run" = c."run" AND c."ended_at" IS NOT NULL
    AND c."state" IN ('finished', 'stopped', 'cancelled', 'failed') AS "ended"
) newest
LEFT JOIN LATERAL (
  SELECT e."created_at" AS "at", e."detail" ->> 'idempotencyKey' AS "key"
  FROM "audit_event" e
  WHERE e."subject_type" = 'conversation' AND e."subject_id" = c."id"::text
    AND e."action" = 'conversation.continue' AND e."detail" ->> 'run' = numbers."run"::text
  ORDER BY e."created_at" LIMIT 1
) asked ON true;
