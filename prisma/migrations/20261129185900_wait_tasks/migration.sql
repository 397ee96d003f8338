-- An agent's wait, which asks nobody.
ALTER TABLE "human_task" DROP CONSTRAINT "human_task_kind_check";
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_kind_check"
  CHECK ("kind" IN ('review_message', 'give_input', 'resolve_error', 'approve_tool_call', 'wait'));
