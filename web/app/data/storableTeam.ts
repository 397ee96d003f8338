import type { TeamConfig } from '../../../workflows/domain/team.ts';

/** A team as a JSON column takes it. PostgreSQL keeps no NUL in it: those of a pasted prompt are left out. */
export function storableTeam(config: TeamConfig): object {
  return JSON.parse(JSON.stringify(config), withoutNul) as object;
}

function withoutNul(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.replaceAll('\0', ''), field]));
}
