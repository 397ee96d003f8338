import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import { graph } from './kinds/graph.ts';
import { magenticOne } from './kinds/magenticOne.ts';
import { roundRobin } from './kinds/roundRobin.ts';
import { selector } from './kinds/selector.ts';
import { singleAgent } from './kinds/singleAgent.ts';
import { swarm } from './kinds/swarm.ts';
import type { PatternView } from './patternView.ts';

/** Every speaker pattern as people see it, in the order in which one learns them. */
const patternViews = {
  round_robin: roundRobin,
  single_agent: singleAgent,
  selector,
  swarm,
  graph,
  magentic_one: magenticOne,
} satisfies { [Kind in PatternKind]: PatternView<Kind> };

export const PATTERN_KINDS = Object.keys(patternViews) as PatternKind[];

/** How a pattern is shown. */
export function viewOf(kind: PatternKind): PatternView<PatternKind> {
  // Each kind stands under its own name, so that it is given its own configuration; TypeScript can't follow.
  return patternViews[kind];
}
