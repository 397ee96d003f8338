-- The request whose answer the text is the beginning of: a text is written only while its request is open.
ALTER TABLE "live_text" ADD COLUMN "model_call_id" UUID;
