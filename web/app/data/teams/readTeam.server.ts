import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readUserNames } from '../accounts/readUserNames.server.ts';

export type ReadTeamOptions = { teamId: string };

/**
 * A team and the list of its versions, newest first, each with who made it (null: the installation, or somebody who is
 * gone); null where the project has no such team.
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
        orderBy: { version: 'desc' },
        select: {
          id: true,
          version: true,
          description: true,
          note: true,
          createdBy: true,
          createdAt: true,
          _count: { select: { conversations: true } },
        },
      },
    },
  });
  if (team === null) return null;
  const nameOf = await readUserNames(
    database,
    team.versions.map(({ createdBy }) => createdBy),
  );
  return {
    ...team,
    versions: team.versions.map(({ createdBy, ...version }) => ({
      ...version,
      author: nameOf.get(createdBy ?? '') ?? null,
    })),
  };
}
