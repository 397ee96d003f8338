-- What people have decided on tasks that several have to agree on.
CREATE TABLE "task_vote" (
    "project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_vote_pkey" PRIMARY KEY ("task_id", "user_id")
);

ALTER TABLE "task_vote" ADD CONSTRAINT "task_vote_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "human_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
