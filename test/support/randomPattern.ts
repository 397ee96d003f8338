import fc from 'fast-check';
import type { GraphConfig } from '../../workflows/domain/patterns/kinds/graph/graph.ts';
import type {
  PatternKind,
  PlannedPattern,
  PlannedPatterns,
} from '../../workflows/domain/patterns/registry.ts';

const limit: fc.Arbitrary<number | null> = fc.option(fc.integer({ min: 1, max: 4 }));

/** Patterns of each kind, for participants with these names. */
const planned = {
  round_robin: () => fc.constant({ kind: 'round_robin' }),
  single_agent: () => fc.constant({ kind: 'single_agent' }),
  swarm: () => fc.constant({ kind: 'swarm' }),
  graph: graphOf,
  selector: () =>
    fc.record({
      kind: fc.constant('selector'),
      allowRepeatedSpeaker: fc.boolean(),
      filtered: fc.boolean(),
      shownAttempts: fc.nat({ max: 2 }),
    }),
  magentic_one: () =>
    fc.record({
      kind: fc.constant('magentic_one'),
      maxTurns: limit,
      maxStalls: fc.integer({ min: 1, max: 3 }),
      maxResets: limit,
    }),
} satisfies { [Kind in PatternKind]: (names: readonly string[]) => fc.Arbitrary<PlannedPatterns[Kind]> };

/** The workflow's part of any pattern, for participants with these names. */
export function anyPlannedPattern(names: readonly string[]): fc.Arbitrary<PlannedPattern> {
  return fc.oneof<fc.Arbitrary<PlannedPattern>[]>(...Object.values(planned).map((some) => some(names)));
}

/** Edges that lead forwards, and sometimes one that leads back on a certain text. */
function graphOf(names: readonly string[]): fc.Arbitrary<GraphConfig> {
  const edge = fc.record({
    from: fc.nat({ max: names.length - 1 }),
    to: fc.nat({ max: names.length - 1 }),
    condition: fc.constantFrom(null, null, 'APPROVE', 'DONE'),
    activation: fc.constantFrom('all' as const, 'any' as const),
    group: fc.constantFrom('one', 'two'),
  });
  return fc.array(edge, { maxLength: 8 }).map((edges) => ({
    kind: 'graph',
    startNode: names[0] ?? null,
    nodes: names.map((name, index) => ({
      name,
      activation: 'all',
      edges: edges
        .filter(({ from, to, condition }) => from === index && (to > from || condition !== null))
        .map(({ to, condition, activation, group }) => ({
          target: names[to] ?? name,
          condition,
          activationGroup: group,
          activationCondition: activation,
        })),
    })),
  }));
}
