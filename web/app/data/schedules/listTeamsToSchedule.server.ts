import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** The teams that a schedule can run, by name. */
export async function listTeamsToSchedule({
  projectId,
}: ProjectScope): Promise<{ id: string; name: string }[]> {
  return services().database.team.findMany({
    where: { projectId, archivedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
