-- AlterTable
ALTER TABLE "team_version" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';
