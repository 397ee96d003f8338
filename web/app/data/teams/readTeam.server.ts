import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readUserNames } from '../accounts/readUserNames.server.ts';
import { readVersionUses } from './readVersionUses.server.ts';

export type ReadTeamOptions = { teamId: string };

/**
 * A team and its versions, newest first, each with its number of runs and its author (null for the installation or
 * a deleted account). Null if the project has no such team.
 */
export async function readTeam({ projectId }: ProjectScope, { teamId }: ReadTeamOptions) {
  const { database } = services();
  const team = await database.team.findFirst({
    where: { id: teamId, projectId },
    select: {
      id: true,
      name: true,
      archivedAt: true,
      versions: {
        where: { projectId },
        orderBy: { version: 'desc' },
        select: {
          id: true,
          version: true,
          description: true,
          note: true,
          createdBy: true,
          createdAt: true,
        },
      },
    },
  });
  if (team === null) return null;
  const [nameOf, uses] = await Promise.all([
    readUserNames(
      database,
      team.versions.map(({ createdBy }) => createdBy),
    ),
    readVersionUses(
      projectId,
      team.versions.map(({ id }) => id),
    ),
  ]);
  return {
    ...team,
    versions: team.versions.map(({ createdBy, ...version }) => ({
      ...version,
      author: nameOf.get(createdBy ?? '') ?? null,
      runCount: uses.get(version.id)?.runCount ?? 0,
    })),
  };
}
