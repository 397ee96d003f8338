import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readTeam } from './readTeam.server.ts';
import { readTeamVersion } from './readTeamVersion.server.ts';
import {
  saveTeamVersion,
  type SaveTeamVersionOptions,
  type SaveTeamVersionResult,
} from './saveTeamVersion.server.ts';

export type RestoreTeamVersionOptions = Pick<
  SaveTeamVersionOptions,
  'teamId' | 'userId' | 'versionId' | 'basedOn'
> & {
  /** The old version. */
  version: number;
};

export type RestoreTeamVersionResult = SaveTeamVersionResult | { outcome: 'unreadable' };

/** Makes the content of an old version the team's newest version. */
export async function restoreTeamVersion(
  scope: ProjectScope,
  { version, ...options }: RestoreTeamVersionOptions,
): Promise<RestoreTeamVersionResult> {
  const { teamId } = options;
  const [team, old] = await Promise.all([
    readTeam(scope, { teamId }),
    readTeamVersion(scope, { teamId, version }),
  ]);
  if (team === null || old === null) return { outcome: 'unknown_team' };
  if (!old.stored.ok) return { outcome: 'unreadable' };
  const note = `Version ${String(version)} again`;
  return saveTeamVersion(scope, { ...options, name: team.name, note, config: old.stored.config });
}
