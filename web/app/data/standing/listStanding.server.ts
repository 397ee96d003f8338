import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** So many can be chosen from. */
const LISTED = 200;

/** The standing conversations of a project, newest first. */
export async function listStanding({ projectId }: ProjectScope): Promise<{ id: string; title: string }[]> {
  return services().database.conversation.findMany({
    where: { projectId, standing: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LISTED,
    select: { id: true, title: true },
  });
}
