import { watchedByPattern } from '../patterns/askPattern.ts';
import type { PatternConfig, PlannedPattern } from '../patterns/registry.ts';
import { leavesOf, type TerminationCondition } from './condition.ts';
import type { Watched } from './kind.ts';
import { kindOf } from './registry.ts';

/** What this team's condition and pattern need to know of every message; an inner team has its own. */
export function watchedOf(
  condition: TerminationCondition | null,
  pattern: PatternConfig | PlannedPattern,
): Watched {
  const leaves = condition === null ? [] : leavesOf(condition);
  const wanted = leaves.map((leaf) => kindOf(leaf).watched?.(leaf) ?? {});
  return {
    texts: unique([...wanted.flatMap(({ texts = [] }) => texts), ...watchedByPattern(pattern)]),
    expressions: unique(wanted.flatMap(({ expressions = [] }) => expressions)),
    functions: unique(wanted.flatMap(({ functions = [] }) => functions)),
  };
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
