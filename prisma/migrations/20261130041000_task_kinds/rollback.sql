-- A version before this knows these kinds only; rows of a later kind would make its pages fail.
DELETE FROM "human_task" WHERE "kind" NOT IN ('review_message', 'give_input', 'resolve_error', 'approve_tool_call', 'wait');
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_kind_check"
  CHECK ("kind" IN ('review_message', 'give_input', 'resolve_error', 'approve_tool_call', 'wait'));
