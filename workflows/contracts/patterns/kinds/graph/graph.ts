import { z } from 'zod';
import { assertNever } from '../../../../domain/json.ts';
import {
  type GraphFault,
  graphFaults,
  hasLoop,
} from '../../../../domain/patterns/kinds/graph/graphFaults.ts';
import { teamFinding } from '../../../findings/finding.ts';
import { choice, list, object, text } from '../../../teamSchema/fields.ts';
import type { PatternContract } from '../../contract.ts';
import { readGraph, writeGraph } from './autogenGraph.ts';

const name = text(200, 1);

const edge = object({
  target: name,
  condition: text(1_000).nullable(),
  activationGroup: name,
  activationCondition: choice(['all', 'any']),
});

const node = object({ name, edges: list(edge, 500), activation: choice(['all', 'any']) });

/** A graph's shape; whether it can run is checked with its team. */
const config = object({ kind: z.literal('graph'), nodes: list(node, 200), startNode: name.nullable() });

export const graph: PatternContract<'graph'> = {
  config,
  planned: config,
  state: z.object({
    kind: z.literal('graph'),
    ready: z.array(z.string()),
    remaining: z.record(z.string(), z.record(z.string(), z.number().int())),
    enqueued: z.record(z.string(), z.record(z.string(), z.boolean())),
    triggered: z.record(z.string(), z.array(z.string())),
  }),
  works: {},
  faults: (pattern, { participants, termination, maxTurns }) => {
    const names = participants.map((participant) => participant.name);
    const faults = graphFaults(pattern, names).map((fault) => ({
      path: ['pattern', ...fault.path],
      message: findingOf(fault),
    }));
    const isEndless = hasLoop(pattern) && termination === null && maxTurns === null;
    const endless = {
      path: ['termination'],
      message: teamFinding('graphEndless'),
    };
    return isEndless ? [...faults, endless] : faults;
  },
  autogen: {
    component: 'GraphFlow',
    description: 'A team of agents',
    hasNoEvents: true,
    read: readGraph,
    write: (pattern) => ({ graph: writeGraph(pattern) }),
    fieldNames: { startNode: 'default_start_node' },
  },
};

function findingOf(fault: GraphFault): string {
  switch (fault.kind) {
    case 'empty':
      return teamFinding('graphEmpty');
    case 'node_twice':
      return teamFinding('graphNodeTwice', { name: fault.name });
    case 'stranger':
      return teamFinding('graphStranger', { name: fault.name });
    case 'unknown_target':
      return teamFinding('graphTarget', { name: fault.name });
    case 'mixed_edges':
      return teamFinding('graphMixedEdges', { name: fault.name });
    case 'groups_differ': {
      const { target, group, condition } = fault;
      return teamFinding('graphGroups', { target, group, condition });
    }
    case 'no_start':
      return teamFinding('graphNoStart');
    case 'unknown_start':
      return teamFinding('graphStart', { name: fault.name });
    case 'no_end':
      return teamFinding('graphNoEnd');
    case 'endless_loop':
      return teamFinding('graphLoop', { nodes: fault.nodes.join(' → ') });
    default:
      return assertNever(fault);
  }
}
