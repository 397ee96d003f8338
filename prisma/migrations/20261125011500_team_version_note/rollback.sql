-- Back to 20261125004500_teams_and_tools. The notes of versions are lost.
ALTER TABLE "team_version" DROP COLUMN "note";
