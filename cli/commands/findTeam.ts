import type { ApiTeam } from '../../workflows/contracts/api/teams.ts';
import { answerTo, type ApiClient } from '../apiClient.ts';
import { UsageError } from '../usage.ts';

/** Finds a team by name or id. */
export async function findTeam(api: ApiClient, nameOrId: string): Promise<ApiTeam> {
  const { teams } = await answerTo(api.GET('/teams'));
  const found = teams.find(({ id, name }) => name === nameOrId || id === nameOrId);
  if (found === undefined) {
    throw new UsageError(`There is no team ${nameOrId}. \`colloquy list teams\` lists the teams.`);
  }
  return found;
}
