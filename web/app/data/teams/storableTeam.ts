import type { TeamConfig } from '../../../../workflows/domain/team.ts';

/** A team as stored in a row of team_version. */
export interface StorableTeam {
  description: string;
  config: object;
}

/** Prepares a team for storing. PostgreSQL can't store NUL: those of a pasted prompt are removed. */
export function storableTeam(config: TeamConfig): StorableTeam {
  const stored = JSON.parse(JSON.stringify(config), withoutNul) as TeamConfig;
  return { description: stored.description, config: stored };
}

/**
 * Whether two stored configurations are identical. Compared as text, because the order of a schema's fields is
 * part of a team.
 */
export function isSameConfig(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutNul(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.replaceAll('\0', ''), field]));
}
