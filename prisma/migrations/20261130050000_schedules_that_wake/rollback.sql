-- Back to 20261130042000_inbound_webhook_secrets. Schedules that wake a conversation are lost here, with what became of their dates; those in
-- Temporal have to be deleted there. What they have woken stays.
DELETE FROM "schedule" WHERE "team_id" IS NULL;
ALTER TABLE "wake_up" DROP CONSTRAINT "wake_up_conversation_id_run_fkey";
DROP INDEX "wake_up_conversation_id_run_idx";

-- Of schedules that were edited since, and start a team again.
UPDATE "scheduled_run" SET "refusal" = NULL WHERE "refusal" = 'not_taken';
UPDATE "scheduled_run" SET "refusal" = 'task_refused' WHERE "refusal" IN ('not_standing', 'conversation_deleted', 'wake_ups_full');
ALTER TABLE "scheduled_run" DROP CONSTRAINT "scheduled_run_refusal_check";
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_refusal_check"
  CHECK ("refusal" IN ('max_runs', 'runs_a_day', 'cost_a_day', 'team_archived', 'task_refused', 'deleted'));
ALTER TABLE "scheduled_run" DROP COLUMN "wake_up_id";

ALTER TABLE "schedule" DROP COLUMN "wakes_conversation_id";
ALTER TABLE "schedule" ALTER COLUMN "team_id" SET NOT NULL;
