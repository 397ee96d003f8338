import { ApplicationFailure } from '@temporalio/common';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../platform/database.ts';
import { teamConfigSchema } from '../../workflows/contracts/team.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';

/** What a team's version is. Fails with `conversation_missing` where it is gone. */
export type ReadTeamVersion = (projectId: string, teamVersionId: string) => Promise<TeamConfig>;

const KEPT = 200;

/** Versions never change, so each is read once while it is among the last used. */
export function createTeamVersions(database: Database): ReadTeamVersion {
  const kept = new LRUCache<string, TeamConfig>({ max: KEPT });
  return async (projectId, teamVersionId) => {
    const key = `${projectId}/${teamVersionId}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const row = await database.teamVersion.findFirst({ where: { id: teamVersionId, projectId } });
    if (row === null) {
      throw ApplicationFailure.nonRetryable('The team version no longer exists', 'conversation_missing');
    }
    const team = teamConfigSchema.parse(row.config);
    kept.set(key, team);
    return team;
  };
}
