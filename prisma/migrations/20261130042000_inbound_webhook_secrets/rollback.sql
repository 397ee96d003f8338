ALTER TABLE "inbound_webhook" DROP COLUMN "previous_secret_until", DROP COLUMN "secret_number";
