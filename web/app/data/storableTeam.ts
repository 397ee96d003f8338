import type { TeamConfig } from '../../../workflows/domain/team.ts';

/** A team as a JSON column takes it. PostgreSQL keeps no NUL in it: those of a pasted prompt are left out. */
export function storableTeam(config: TeamConfig): object {
  return JSON.parse(JSON.stringify(config).replaceAll('\\u0000', '')) as object;
}
