import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { listStoredTeams } from './listStoredTeams.server.ts';

/** The project's teams that can run, by name, each with its newest version and how often it has run. */
export async function listTeams(scope: ProjectScope) {
  const teams = await listStoredTeams(scope, { archived: false });
  return teams.flatMap(({ stored, ...team }) => (stored.ok ? [{ ...team, config: stored.config }] : []));
}
