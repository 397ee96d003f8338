import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** Which team runs: the newest version of a team by id or name, or a specific version. */
export type TeamChoice =
  | { teamId: string }
  | { name: string }
  /** With a team: only a version of that team. */
  | { teamVersionId: string; ofTeam?: string };

/** The version that was chosen; null if the project has none, or if its team is archived. */
export async function findTeamToRun({ projectId }: ProjectScope, choice: TeamChoice) {
  return services().database.teamVersion.findFirst({
    where: { projectId, ...conditions(choice) },
    orderBy: { version: 'desc' },
    select: { id: true, teamId: true, config: true, team: { select: { name: true } } },
  });
}

function conditions(choice: TeamChoice) {
  if ('teamVersionId' in choice) {
    const { teamVersionId: id, ofTeam } = choice;
    return { id, ...(ofTeam === undefined ? {} : { teamId: ofTeam }), team: { archivedAt: null } };
  }
  if ('teamId' in choice) return { teamId: choice.teamId, team: { archivedAt: null } };
  return { team: { name: choice.name, archivedAt: null } };
}
