import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

/** The project's teams by name, also the archived ones: their conversations are still there. */
export async function listTeamNames({ projectId }: ProjectScope): Promise<{ id: string; name: string }[]> {
  return services().database.team.findMany({
    where: { projectId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}
