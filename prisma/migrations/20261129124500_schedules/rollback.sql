-- Back to 20261129124000_team_memory. Schedules are lost here; those in Temporal have to be deleted there.
DROP TABLE "scheduled_run";
DROP TABLE "schedule_backfill";
DROP TABLE "schedule_pause";
DROP TABLE "schedule_revision";
DROP TABLE "schedule";
