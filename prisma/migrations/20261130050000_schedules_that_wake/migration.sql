-- A schedule wakes a standing conversation at each of its dates, instead of starting a team's new one.
ALTER TABLE "schedule" ALTER COLUMN "team_id" DROP NOT NULL;
ALTER TABLE "schedule" ADD COLUMN "wakes_conversation_id" UUID;
-- Without either, the conversation was deleted.
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_one_target_check"
  CHECK ("wakes_conversation_id" IS NULL OR ("team_id" IS NULL AND "team_version_id" IS NULL));
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_wakes_conversation_id_fkey"
  FOREIGN KEY ("wakes_conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "schedule_wakes_conversation_id_idx" ON "schedule"("wakes_conversation_id");

ALTER TABLE "scheduled_run" ADD COLUMN "wake_up_id" UUID;
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_wake_up_id_fkey"
  FOREIGN KEY ("wake_up_id") REFERENCES "wake_up"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "scheduled_run_wake_up_id_key" ON "scheduled_run"("wake_up_id");
ALTER TABLE "scheduled_run" DROP CONSTRAINT "scheduled_run_refusal_check";
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_refusal_check"
  CHECK ("refusal" IN ('max_runs', 'runs_a_day', 'cost_a_day', 'team_archived', 'task_refused', 'not_standing', 'conversation_deleted', 'wake_ups_full', 'not_taken', 'deleted'));

-- The run that took a wake-up, by which its outcome is found.
CREATE INDEX "wake_up_conversation_id_run_idx" ON "wake_up"("conversation_id", "run");
ALTER TABLE "wake_up" ADD CONSTRAINT "wake_up_conversation_id_run_fkey"
  FOREIGN KEY ("conversation_id", "run") REFERENCES "conversation_run"("conversation_id", "run") ON DELETE NO ACTION ON UPDATE NO ACTION;
