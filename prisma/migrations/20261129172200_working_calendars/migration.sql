-- When the people of a project work.
CREATE TABLE "working_calendar" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "holidays" JSONB NOT NULL,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "working_calendar_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "working_calendar_project_id_name_key" ON "working_calendar"("project_id", "name");

ALTER TABLE "working_calendar" ADD CONSTRAINT "working_calendar_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
