import { teamConfigSchema } from '../../../workflows/contracts/team.ts';
import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';

export type ReadTeamVersionOptions = { teamId: string; version: number };

/** One version of a team with its configuration; null where the project has none such. */
export async function readTeamVersion(
  { projectId }: ProjectScope,
  { teamId, version }: ReadTeamVersionOptions,
) {
  const row = await services().database.teamVersion.findFirst({
    where: { projectId, teamId, version },
    select: { id: true, version: true, description: true, config: true, createdAt: true },
  });
  return row === null ? null : { ...row, config: teamConfigSchema.parse(row.config) };
}
