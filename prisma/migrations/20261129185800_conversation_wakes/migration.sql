-- A conversation may wake a standing one when a run of it ends.
ALTER TABLE "conversation" ADD COLUMN "wakes_conversation_id" UUID;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_wakes_conversation_id_fkey"
  FOREIGN KEY ("wakes_conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_wakes_another_check" CHECK ("wakes_conversation_id" <> "id");
-- Most conversations wake none, and few are standing.
CREATE INDEX "conversation_wakes_conversation_id_idx" ON "conversation"("wakes_conversation_id")
  WHERE "wakes_conversation_id" IS NOT NULL;
CREATE INDEX "conversation_standing_idx" ON "conversation"("project_id", "created_at" DESC, "id" DESC) WHERE "standing";
