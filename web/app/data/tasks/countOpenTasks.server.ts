import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** How many human tasks of the project wait for somebody. */
export async function countOpenTasks(scope: ProjectScope): Promise<number> {
  const { projectId } = scope;
  return services().database.humanTask.count({ where: { projectId, state: 'open' } });
}
