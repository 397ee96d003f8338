-- Back to 20261128215030_background_answers. Everybody reads the language that their browser asks for again.
ALTER TABLE "user" DROP COLUMN "language";
