-- A team with few conversations among many: without this, the run history that is filtered by it reads all of them.
CREATE INDEX "conversation_team_version_id_created_at_id_idx" ON "conversation" ("team_version_id", "created_at" DESC, "id" DESC);
