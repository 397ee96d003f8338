import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Which team runs: the newest version of a team by id or by name, or one version of it. */
export type TeamChoice = { teamId: string } | { name: string } | { teamVersionId: string };

/** The version that a choice means; null where the project has none such, or its team is archived. */
export async function findTeamToRun({ projectId }: ProjectScope, choice: TeamChoice) {
  return services().database.teamVersion.findFirst({
    where: { projectId, ...conditions(choice) },
    orderBy: { version: 'desc' },
    select: { id: true, config: true, team: { select: { name: true } } },
  });
}

function conditions(choice: TeamChoice) {
  if ('teamVersionId' in choice) return { id: choice.teamVersionId, team: { archivedAt: null } };
  if ('teamId' in choice) return { teamId: choice.teamId, team: { archivedAt: null } };
  return { team: { name: choice.name, archivedAt: null } };
}
