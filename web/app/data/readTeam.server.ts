import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';

export type ReadTeamOptions = { teamId: string };

/** A team and the list of its versions, newest first; null where the project has no such team. */
export async function readTeam({ projectId }: ProjectScope, { teamId }: ReadTeamOptions) {
  return services().database.team.findFirst({
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
          createdAt: true,
          _count: { select: { conversations: true } },
        },
      },
    },
  });
}
