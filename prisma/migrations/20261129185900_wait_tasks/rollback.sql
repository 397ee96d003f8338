-- A version that knows no waits can't read their rows. What was woken or is over stays in the call's result.
DELETE FROM "human_task" WHERE "kind" = 'wait';
ALTER TABLE "human_task" DROP CONSTRAINT "human_task_kind_check";
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_kind_check"
  CHECK ("kind" IN ('review_message', 'give_input', 'resolve_error', 'approve_tool_call'));
