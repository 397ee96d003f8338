-- Which of its secrets an inbound webhook has now, and until when the one before it is taken too.
ALTER TABLE "inbound_webhook"
    ADD COLUMN "secret_number" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "previous_secret_until" TIMESTAMPTZ(3);
