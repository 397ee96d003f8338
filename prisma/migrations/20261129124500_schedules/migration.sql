-- Schedules: teams that run on a task again and again, with what became of each of their dates.
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "team_version_id" UUID,
    "task" JSONB NOT NULL,
    "carry_over" TEXT NOT NULL DEFAULT 'none',
    "max_runs" INTEGER,
    "runs_a_day" INTEGER,
    "cost_a_day_micro_usd" BIGINT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "paused_at" TIMESTAMPTZ(3),
    "pause_note" TEXT NOT NULL DEFAULT '',
    "idempotency_key" TEXT NOT NULL,
    "request_sha256" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "unapplied_since" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "applied_fingerprint" TEXT,
    "apply_problem" TEXT NOT NULL DEFAULT '',
    "repair_from" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "outside_change" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "seen_times" TIMESTAMPTZ(3)[],
    "seen_taken" INTEGER NOT NULL DEFAULT 0,
    "seen_missed" INTEGER NOT NULL DEFAULT 0,
    "seen_skipped" INTEGER NOT NULL DEFAULT 0,
    "seen_dropped" INTEGER NOT NULL DEFAULT 0,
    "seen_waiting" INTEGER NOT NULL DEFAULT 0,
    "seen_remaining" INTEGER,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "schedule_carry_over_check" CHECK ("carry_over" IN ('none', 'outcome', 'summary', 'open_points')),
    CONSTRAINT "schedule_outside_change_check" CHECK ("outside_change" IN ('edited', 'deleted'))
);

CREATE TABLE "schedule_revision" (
    "schedule_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "spec" JSONB,
    "server_spec" JSONB NOT NULL,
    "overlap" TEXT NOT NULL,
    "catch_up_seconds" INTEGER NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_revision_pkey" PRIMARY KEY ("schedule_id","revision"),
    CONSTRAINT "schedule_revision_overlap_check" CHECK ("overlap" IN ('skip', 'buffer_one', 'buffer_all', 'cancel_other', 'terminate_other', 'allow_all'))
);

CREATE TABLE "schedule_pause" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "paused_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL,
    "user_id" TEXT,

    CONSTRAINT "schedule_pause_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "schedule_pause_cause_check" CHECK ("cause" IN ('person', 'outside'))
);

CREATE TABLE "schedule_backfill" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "range_from" TIMESTAMPTZ(3) NOT NULL,
    "range_until" TIMESTAMPTZ(3) NOT NULL,
    "overlap" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_backfill_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "schedule_backfill_overlap_check" CHECK ("overlap" IN ('skip', 'buffer_one', 'buffer_all', 'cancel_other', 'terminate_other', 'allow_all'))
);

CREATE TABLE "scheduled_run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "nominal_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "refusal" TEXT,
    "revision" INTEGER NOT NULL,
    "conversation_id" UUID,
    "workflow_run_id" TEXT,
    "idempotency_key" TEXT,
    "created_by" TEXT,
    "carried_in" TEXT,
    "carried_from_run_id" UUID,
    "carried_out" TEXT,
    "carried_out_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "scheduled_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scheduled_run_kind_check" CHECK ("kind" IN ('scheduled', 'manual', 'backfill')),
    CONSTRAINT "scheduled_run_state_check" CHECK ("state" IN ('requested', 'running', 'refused', 'finished', 'stopped', 'cancelled', 'failed')),
    CONSTRAINT "scheduled_run_refusal_check" CHECK ("refusal" IN ('max_runs', 'runs_a_day', 'cost_a_day', 'team_archived', 'task_refused', 'deleted'))
);

CREATE INDEX "schedule_project_id_deleted_at_created_at_idx" ON "schedule"("project_id", "deleted_at", "created_at" DESC);
CREATE INDEX "schedule_seen_at_idx" ON "schedule"("seen_at");
CREATE UNIQUE INDEX "schedule_project_id_idempotency_key_key" ON "schedule"("project_id", "idempotency_key");
CREATE INDEX "schedule_pause_schedule_id_paused_at_idx" ON "schedule_pause"("schedule_id", "paused_at");
CREATE UNIQUE INDEX "schedule_backfill_schedule_id_idempotency_key_key" ON "schedule_backfill"("schedule_id", "idempotency_key");
CREATE UNIQUE INDEX "scheduled_run_conversation_id_key" ON "scheduled_run"("conversation_id");
CREATE INDEX "scheduled_run_state_idx" ON "scheduled_run"("state");
CREATE UNIQUE INDEX "scheduled_run_schedule_id_nominal_at_key" ON "scheduled_run"("schedule_id", "nominal_at");
CREATE UNIQUE INDEX "scheduled_run_schedule_id_idempotency_key_key" ON "scheduled_run"("schedule_id", "idempotency_key");
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_team_version_id_fkey" FOREIGN KEY ("team_version_id") REFERENCES "team_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "schedule_revision" ADD CONSTRAINT "schedule_revision_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule_pause" ADD CONSTRAINT "schedule_pause_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule_backfill" ADD CONSTRAINT "schedule_backfill_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "scheduled_run" ADD CONSTRAINT "scheduled_run_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
