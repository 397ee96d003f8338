-- Which kinds of tasks there are stands in the code's registry, through which each row is written and read: one place, and a
-- new kind needs no migration.
ALTER TABLE "human_task" DROP CONSTRAINT "human_task_kind_check";
