DROP TABLE "task_vote";
