-- Back to 20261129131000_notices.
ALTER TABLE "live_text" DROP COLUMN "model_call_id";
