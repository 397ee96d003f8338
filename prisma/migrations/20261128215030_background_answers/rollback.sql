-- Back to 20261128211105_message_endings. An answer that is being written in the background is asked for again, and its
-- call counted as unknown.
ALTER TABLE "model_call" DROP COLUMN "background_sequence";
ALTER TABLE "model_call" DROP COLUMN "background_id";
