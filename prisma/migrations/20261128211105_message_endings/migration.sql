-- AlterTable
ALTER TABLE "message" ADD COLUMN "ending" TEXT,
ADD COLUMN "give_back" JSON;

-- By hand from here on.

ALTER TABLE "message" ADD CONSTRAINT "message_ending_check" CHECK ("ending" IN ('length', 'content_filter', 'refusal'));
