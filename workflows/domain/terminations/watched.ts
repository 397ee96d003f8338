import type { PatternConfig, PlannedPattern } from '../patterns/pattern.ts';
import { assertNever } from '../json.ts';
import type { TerminationCondition, Watched } from './condition.ts';

/** What this team's condition and pattern need to know of every message; an inner team has its own. */
export function watchedOf(
  condition: TerminationCondition | null,
  pattern: PatternConfig | PlannedPattern,
): Watched {
  const leaves = condition === null ? [] : leavesOf(condition);
  return {
    texts: unique([...leaves.flatMap(textsOf), ...edgeTexts(pattern)]),
    expressions: unique(leaves.flatMap((leaf) => (leaf.kind === 'expression' ? [leaf.expression] : []))),
    functions: unique(leaves.flatMap((leaf) => (leaf.kind === 'function_call' ? [leaf.functionName] : []))),
  };
}

function leavesOf(condition: TerminationCondition): TerminationCondition[] {
  if (condition.kind !== 'and' && condition.kind !== 'or') return [condition];
  return condition.conditions.flatMap(leavesOf);
}

function textsOf(leaf: TerminationCondition): string[] {
  return leaf.kind === 'text_mention' ? [leaf.text] : [];
}

function edgeTexts(pattern: PatternConfig | PlannedPattern): string[] {
  switch (pattern.kind) {
    case 'graph':
      return pattern.nodes.flatMap(({ edges }) => edges.flatMap(({ condition }) => condition ?? []));
    case 'round_robin':
    case 'single_agent':
    case 'swarm':
    case 'selector':
    case 'magentic_one':
      return [];
    default:
      return assertNever(pattern);
  }
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
