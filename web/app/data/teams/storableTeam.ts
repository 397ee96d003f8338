import type { TeamConfig } from '../../../../workflows/domain/team.ts';

/** A team as a row of team_version takes it. */
export interface StorableTeam {
  description: string;
  config: object;
}

/** A team as it can be stored. PostgreSQL keeps no NUL: those of a pasted prompt are left out. */
export function storableTeam(config: TeamConfig): StorableTeam {
  const stored = JSON.parse(JSON.stringify(config), withoutNul) as TeamConfig;
  return { description: stored.description, config: stored };
}

/** Whether two stored configurations are the very same. As text: the order of a schema's fields is part of what a team is. */
export function isSameConfig(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withoutNul(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.replaceAll('\0', ''), field]));
}
