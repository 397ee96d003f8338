-- Standing conversations: one sleeps when a run has ended, until something wakes it.
ALTER TABLE "conversation" ADD COLUMN "standing" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_state_check";
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_state_check"
  CHECK ("state" IN ('starting', 'running', 'waiting', 'parked', 'paused', 'sleeping', 'finished', 'stopped', 'cancelled', 'failed'));

CREATE TABLE "wake_up" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT,
    "source_name" TEXT,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "user_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "run" INTEGER,
    "told_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "wake_up_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wake_up_source_check" CHECK ("source" IN ('message', 'by_hand', 'webhook', 'schedule', 'conversation')),
    CONSTRAINT "wake_up_state_check" CHECK ("state" IN ('waiting', 'taken', 'dropped')),
    CONSTRAINT "wake_up_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "wake_up_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "wake_up_conversation_id_source_key_key" ON "wake_up"("conversation_id", "source", "key");
CREATE INDEX "wake_up_conversation_id_state_created_at_idx" ON "wake_up"("conversation_id", "state", "created_at");
-- The reconciler asks for these every second; most wake-ups have been taken long ago.
CREATE INDEX "wake_up_waiting_idx" ON "wake_up"("created_at") WHERE "state" = 'waiting';
