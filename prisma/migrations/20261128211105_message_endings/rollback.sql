-- Back to 20261125041500_conversation_runs. Which answers were cut or refused stands with their calls; what a provider
-- wanted back is lost, so that a turn with tools that is under way may be refused by it.
ALTER TABLE "message" DROP COLUMN "give_back";
ALTER TABLE "message" DROP COLUMN "ending";
