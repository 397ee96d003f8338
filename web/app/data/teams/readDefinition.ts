import { importComponent, type TracedTeam } from '../../../../workflows/contracts/autogen/importComponent.ts';
import {
  type ImportNote,
  type ImportProblem,
  isRecord,
  step,
} from '../../../../workflows/contracts/autogen/report.ts';
import { autogenFinding } from '../../../../workflows/contracts/findings/finding.ts';
import { teamConfigSchema } from '../../../../workflows/contracts/team.ts';

export type Definition =
  { ok: true; teams: TracedTeam[]; notes: ImportNote[] } | { ok: false; problems: ImportProblem[] };

const PARTS = ['participants', 'pattern'];

/**
 * Reads a team definition: Colloquy's own JSON, or files of AutoGen and AutoGen Studio. Expressions and Python
 * tools are not checked here (check/findings.server.ts).
 */
export function readDefinition(json: unknown): Definition {
  if (!isRecord(json) || 'provider' in json || !PARTS.every((part) => part in json)) {
    const result = importComponent(json);
    if (!result.ok) return result;
    const skipped = result.skipped.map(({ path, message, fix }) => ({
      path,
      message: autogenFinding('notImported', { what: message, fix }),
    }));
    return { ok: true, teams: result.teams, notes: [...result.notes, ...skipped] };
  }
  const parsed = teamConfigSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: pathInFile(path),
      message,
      fix: '',
    }));
    return { ok: false, problems };
  }
  const config = parsed.data;
  return { ok: true, teams: [{ name: config.name ?? 'Team', config, notes: [], pathInFile }], notes: [] };
}

function pathInFile(path: readonly PropertyKey[]): string {
  return `$${path.map((key) => step(typeof key === 'symbol' ? key.toString() : key)).join('')}`;
}
