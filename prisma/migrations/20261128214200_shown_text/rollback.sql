-- Back to 20261128211105_message_endings.
DROP FUNCTION shown_json(jsonb, integer, integer);
ALTER TABLE "live_text" DROP COLUMN "length";
