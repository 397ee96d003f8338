import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { services } from '../../services.server.ts';

export async function countArchivedTeams({ projectId }: ProjectScope): Promise<number> {
  return services().database.team.count({ where: { projectId, archivedAt: { not: null } } });
}
