import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readStoredTeam } from './storedTeam.ts';

export type ReadTeamVersionOptions = { teamId: string; version: number };

/** One version of a team with its stored content; null if the project has no such version. */
export async function readTeamVersion(
  { projectId }: ProjectScope,
  { teamId, version }: ReadTeamVersionOptions,
) {
  const row = await services().database.teamVersion.findFirst({
    where: { projectId, teamId, version },
    select: { id: true, version: true, description: true, note: true, config: true, createdAt: true },
  });
  if (row === null) return null;
  const { config: raw, ...rest } = row;
  return { ...rest, raw, stored: readStoredTeam(raw) };
}
