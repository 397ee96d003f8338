import { askingKinds } from '../../../../workflows/domain/tasks/registry.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** The number of the project's open tasks that ask somebody. */
export async function countOpenTasks(scope: ProjectScope): Promise<number> {
  const { projectId } = scope;
  return services().database.humanTask.count({
    where: { projectId, state: 'open', kind: { in: askingKinds } },
  });
}
