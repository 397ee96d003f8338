DROP INDEX "conversation_standing_idx";
ALTER TABLE "conversation" DROP COLUMN "wakes_conversation_id";
