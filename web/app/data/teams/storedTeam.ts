import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { issuesOf, type TeamIssue } from './check/issuesOf.ts';

/** The content of a version's row: a team, or the stored JSON if this version of Colloquy can't read it. */
export type StoredTeam = { ok: true; config: TeamConfig } | { ok: false; raw: unknown; issues: TeamIssue[] };

/** Reads a stored configuration without breaking the page that shows it. */
export function readStoredTeam(config: unknown): StoredTeam {
  const parsed = teamConfigSchema.safeParse(config);
  return parsed.success
    ? { ok: true, config: parsed.data }
    : { ok: false, raw: config, issues: issuesOf(parsed.error) };
}
