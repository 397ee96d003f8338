-- Back to 20261129185900_wait_tasks. The run history of a team with few conversations reads all there are again.
DROP INDEX "conversation_team_version_id_created_at_id_idx";
