import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import { graph } from './kinds/graph.ts';
import { magenticOne } from './kinds/magenticOne.ts';
import { roundRobin } from './kinds/roundRobin.ts';
import { selector } from './kinds/selector.ts';
import { singleAgent } from './kinds/singleAgent.ts';
import { swarm } from './kinds/swarm.ts';
import type { PatternView } from './patternView.ts';

/** Every speaker pattern as people see it, the simplest first. */
const patternViews = {
  round_robin: roundRobin,
  single_agent: singleAgent,
  selector,
  swarm,
  graph,
  magentic_one: magenticOne,
} satisfies { [Kind in PatternKind]: PatternView<Kind> };

export const PATTERN_KINDS = Object.keys(patternViews) as PatternKind[];

/** The view of a pattern. */
export function viewOf(kind: PatternKind): PatternView<PatternKind> {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return patternViews[kind];
}
