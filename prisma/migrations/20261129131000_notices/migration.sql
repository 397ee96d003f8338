-- Notices to people and programs, the log of their deliveries, and who wants which.
CREATE TABLE "notice_webhook" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secret_name" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "user_id" TEXT,
    "webhook_id" UUID,
    "task_id" UUID,
    "digest_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'starting',
    "run" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "is_gathered" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT,
    "subject" TEXT,
    "language" TEXT,
    "content" JSON,
    "failure_type" TEXT,
    "failure_message" TEXT,
    "idempotency_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_kind_check" CHECK ("kind" IN ('task_opened', 'task_reminder', 'task_escalated', 'digest')),
    CONSTRAINT "notice_channel_check" CHECK ("channel" IN ('email', 'webhook')),
    CONSTRAINT "notice_state_check" CHECK ("state" IN ('waiting', 'gathered', 'starting', 'sending', 'sent', 'kept', 'failed', 'withdrawn'))
);

CREATE TABLE "notice_delivery" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "run" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "notifier" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_delivery_notifier_check" CHECK ("notifier" IN ('email', 'webhook', 'outbox')),
    CONSTRAINT "notice_delivery_state_check" CHECK ("state" IN ('open', 'accepted', 'failed', 'refused', 'unknown'))
);

CREATE TABLE "notice_preference" (
    "project_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "mail_pace" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("project_id", "user_id"),
    CONSTRAINT "notice_preference_mail_pace_check" CHECK ("mail_pace" IN ('at_once', 'hourly', 'daily', 'none'))
);

CREATE INDEX "notice_webhook_project_id_idx" ON "notice_webhook"("project_id");
CREATE UNIQUE INDEX "notice_project_id_idempotency_key_key" ON "notice"("project_id", "idempotency_key");
CREATE INDEX "notice_project_id_created_at_id_idx" ON "notice"("project_id", "created_at" DESC, "id" DESC);
CREATE INDEX "notice_state_due_at_idx" ON "notice"("state", "due_at");
CREATE INDEX "notice_task_id_idx" ON "notice"("task_id");
CREATE INDEX "notice_digest_id_idx" ON "notice"("digest_id");
CREATE INDEX "notice_user_id_created_at_idx" ON "notice"("user_id", "created_at");
CREATE UNIQUE INDEX "notice_delivery_notice_id_run_attempt_key" ON "notice_delivery"("notice_id", "run", "attempt");

ALTER TABLE "notice_webhook" ADD CONSTRAINT "notice_webhook_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "notice_webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "human_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_delivery" ADD CONSTRAINT "notice_delivery_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
