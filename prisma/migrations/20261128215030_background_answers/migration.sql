-- AlterTable
ALTER TABLE "model_call" ADD COLUMN "background_id" TEXT,
ADD COLUMN "background_sequence" INTEGER;
