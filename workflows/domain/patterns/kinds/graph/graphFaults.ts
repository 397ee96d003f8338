import type { GraphConfig, GraphEdge } from './graph.ts';
import { startNodes } from './graph.ts';

/** What is wrong with a graph, where, and what to do about it. */
export interface GraphFault {
  /** Within the graph's configuration. */
  path: (string | number)[];
  message: string;
}

/** Why a graph can't run with these participants; empty: it can. AutoGen's rules, all of them looked at. */
export function graphFaults(graph: GraphConfig, participants: readonly string[]): GraphFault[] {
  if (graph.nodes.length === 0) {
    return [{ path: ['nodes'], message: 'A graph has at least one node; add one for each participant' }];
  }
  const faults = [...nameFaults(graph, participants), ...edgeFaults(graph), ...conflicts(graph)];
  const start = startFault(graph);
  if (start !== null) faults.push(start);
  if (graph.nodes.every(({ edges }) => edges.length > 0)) {
    faults.push({
      path: ['nodes'],
      message: 'Every node has an edge, so that the graph can never end; add a node without edges',
    });
  }
  const endless = cyclesOf(graph).find((cycle) => !hasExit(graph, cycle));
  if (endless !== undefined) {
    faults.push({
      path: ['nodes'],
      message: `The loop ${[...endless, endless[0]].join(' → ')} has no exit; give one of its edges a condition`,
    });
  }
  return faults;
}

/** Whether a graph may come back to a node; such a team needs a condition or a turn limit. */
export function hasLoop(graph: GraphConfig): boolean {
  return cyclesOf(graph).length > 0;
}

function nameFaults({ nodes }: GraphConfig, participants: readonly string[]): GraphFault[] {
  const names = nodes.map(({ name }) => name);
  return names.flatMap((name, index) => {
    const path = ['nodes', index, 'name'];
    if (names.indexOf(name) !== index) {
      return [{ path, message: `Two nodes are named ${name}; put their edges into one` }];
    }
    if (participants.includes(name)) return [];
    return [{ path, message: `No participant is named ${name}; rename the node or add the participant` }];
  });
}

function edgeFaults({ nodes }: GraphConfig): GraphFault[] {
  return nodes.flatMap(({ name, edges }, node) => {
    const faults = edges.flatMap(({ target }, edge) =>
      nodes.some((other) => other.name === target)
        ? []
        : [
            {
              path: ['nodes', node, 'edges', edge, 'target'],
              message: `No node is named ${target}; add it or lead the edge elsewhere`,
            },
          ],
    );
    const conditional = edges.filter(({ condition }) => condition !== null);
    if (conditional.length === 0 || conditional.length === edges.length) return faults;
    const mix = {
      path: ['nodes', node, 'edges'],
      message: `Some edges of ${name} have a condition and some do not; give all of them one, or none`,
    };
    return [...faults, mix];
  });
}

/** Edges into one node and group that don't agree on what makes the group complete. */
function conflicts({ nodes }: GraphConfig): GraphFault[] {
  const first = new Map<string, GraphEdge['activationCondition']>();
  return nodes.flatMap(({ edges }, node) =>
    edges.flatMap(({ target, activationGroup, activationCondition }, edge) => {
      const key = JSON.stringify([target, activationGroup]);
      const earlier = first.get(key) ?? activationCondition;
      first.set(key, earlier);
      if (earlier === activationCondition) return [];
      return [
        {
          path: ['nodes', node, 'edges', edge, 'activationCondition'],
          message: `Other edges into ${target} of the group ${activationGroup} say "${earlier}"; say the same, or name another group`,
        },
      ];
    }),
  );
}

function startFault(graph: GraphConfig): GraphFault | null {
  const path = ['startNode'];
  if (startNodes(graph).length === 0) {
    return { path, message: 'Every node has a parent, so that none can begin; name the node that does' };
  }
  const { startNode, nodes } = graph;
  if (startNode === null || nodes.some(({ name }) => name === startNode)) return null;
  return { path, message: `No node is named ${startNode}; name one that is there` };
}

function hasExit({ nodes }: GraphConfig, cycle: readonly string[]): boolean {
  const edges = nodes.filter(({ name }) => cycle.includes(name)).flatMap((node) => node.edges);
  return edges.some(({ condition }) => condition !== null);
}

/** The loops that a walk in depth comes upon, each as its nodes in order: those that AutoGen looks at. */
function cyclesOf({ nodes }: GraphConfig): string[][] {
  const targets = new Map(nodes.map(({ name, edges }) => [name, edges.map(({ target }) => target)]));
  const seen = new Set<string>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const walk = (name: string): void => {
    seen.add(name);
    path.push(name);
    for (const target of targets.get(name) ?? []) {
      const begin = path.indexOf(target);
      if (begin !== -1) cycles.push(path.slice(begin));
      else if (!seen.has(target)) walk(target);
    }
    path.pop();
  };
  for (const { name } of nodes) if (!seen.has(name)) walk(name);
  return cycles;
}
