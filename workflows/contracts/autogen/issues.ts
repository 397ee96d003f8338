import type { z } from 'zod';
import type { TeamConfig } from '../../domain/team.ts';
import { autogenFinding } from '../findings/finding.ts';
import { autogenParticipantFields } from '../participants/registry.ts';
import { autogenFieldNames } from '../patterns/registry.ts';
import { autogenToolFields } from '../tools/registry.ts';
import { type ImportProblem, type Report, step } from './report.ts';

/** AutoGen's names for fields that are called otherwise here. */
const FIELDS: Record<string, string> = {
  termination: 'termination_condition',
  model: 'model_client',
  context: 'model_context',
  includeAgentEvents: 'include_agent_event',
  maxTotal: 'max_total_token',
  maxPrompt: 'max_prompt_token',
  maxCompletion: 'max_completion_token',
  seconds: 'timeout_seconds',
  size: 'buffer_size',
  head: 'head_size',
  tail: 'tail_size',
  limit: 'token_limit',
  ...autogenToolFields(),
  ...autogenParticipantFields(),
  ...autogenFieldNames(),
};

/** What the team's own schema says of an imported team, as problems of the file that it came from. */
export function problemsOf(error: z.ZodError, team: TeamConfig, report: Report): ImportProblem[] {
  return error.issues.map(({ path, message }) => ({
    path: originOf(path, team, report),
    message,
    fix: autogenFinding('fixTeam'),
  }));
}

/**
 * The place of a part of a team in the file: follows its path to the last part with a known origin, and names the
 * rest as AutoGen does.
 */
export function originOf(path: readonly PropertyKey[], team: TeamConfig, report: Report): string {
  let value: unknown = team;
  let origin = report.origins.get(team) ?? '$';
  let rest: PropertyKey[] = [];
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    rest = [...rest, key];
    const known = typeof value === 'object' && value !== null ? report.origins.get(value) : undefined;
    if (known === undefined) continue;
    origin = known;
    rest = [];
  }
  return `${origin}${rest.map(named).join('')}`;
}

function named(key: PropertyKey): string {
  if (typeof key === 'number') return step(key);
  const name = String(key);
  if (name === 'pattern') return '';
  return step(FIELDS[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}
