-- Back to 20261124213100_conversations. What only the newer version knows is lost: tool calls, tokens, inner teams'
-- messages, and tasks of the kind that the older one can't show.
DELETE FROM "human_task" WHERE "kind" = 'approve_tool_call';
ALTER TABLE "human_task" DROP CONSTRAINT "human_task_kind_check";
ALTER TABLE "human_task" ADD CONSTRAINT "human_task_kind_check"
  CHECK ("kind" IN ('review_message', 'give_input', 'resolve_error'));

DROP TABLE "request_part", "tool_call", "api_token";

DELETE FROM "message" WHERE "scope" <> '' OR "type" <> 'TextMessage';
ALTER TABLE "model_call" DROP COLUMN "ordinal", DROP COLUMN "scope", ALTER COLUMN "request_outline" SET DATA TYPE JSONB;
ALTER TABLE "message" DROP COLUMN "body", DROP COLUMN "copied", DROP COLUMN "memories", DROP COLUMN "position",
  DROP COLUMN "read_before", DROP COLUMN "resets", DROP COLUMN "run", DROP COLUMN "scope", DROP COLUMN "thought";
ALTER TABLE "team_version" ALTER COLUMN "config" SET DATA TYPE JSONB;
ALTER TABLE "turn" DROP COLUMN "scope";
ALTER TABLE "conversation" DROP COLUMN "run";
