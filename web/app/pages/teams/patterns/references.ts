import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import { graphReferences } from '../editor/graph/graphReferences.ts';
import { kindOf } from '../editor/jsonValue.ts';
import type { PatternReferences } from './patternReferences.ts';

/** Null if the pattern refers to nobody. */
const patternReferences = {
  round_robin: null,
  single_agent: null,
  selector: null,
  swarm: null,
  graph: graphReferences,
  magentic_one: null,
} satisfies { [Kind in PatternKind]: PatternReferences | null };

const NONE: PatternReferences = { namesAt: () => [], without: (pattern) => pattern };

/** The references of any pattern, including unknown ones. */
export function referencesOf(pattern: unknown): PatternReferences {
  const kind = kindOf(pattern);
  const known: Record<string, PatternReferences | null> = patternReferences;
  return (Object.hasOwn(known, kind) ? known[kind] : null) ?? NONE;
}
