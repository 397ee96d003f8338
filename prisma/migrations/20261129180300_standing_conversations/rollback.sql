DROP TABLE "wake_up";
-- What sleeps has ended, for a version that knows no sleep: by the outcome of its newest run.
UPDATE "conversation" c SET "state" = coalesce((
  SELECT r."state" FROM "conversation_run" r WHERE r."conversation_id" = c."id" AND r."run" = c."run"), 'finished')
WHERE c."state" = 'sleeping' AND c."ended_at" IS NOT NULL;
UPDATE "conversation" SET "state" = 'waiting' WHERE "state" = 'sleeping';
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_state_check";
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_state_check"
  CHECK ("state" IN ('starting', 'running', 'waiting', 'parked', 'paused', 'finished', 'stopped', 'cancelled', 'failed'));
ALTER TABLE "conversation" DROP COLUMN "standing";
