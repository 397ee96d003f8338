-- Back to 20261125011500_team_version_note. How earlier runs ended is lost; by which key a run was asked for stands with
-- its deed in audit_event too. A repeated key is no longer compared with what was asked for first.
DROP TABLE "conversation_run";
ALTER TABLE "submission" DROP COLUMN "request_sha256";
