import type { GraphConfig, GraphEdge } from './graph.ts';
import { startNodes } from './graph.ts';

/** What is wrong with a graph; `path` is where, within the graph's configuration. */
export type GraphFault = { path: (string | number)[] } & (
  | { kind: 'empty' | 'no_start' | 'no_end' }
  | { kind: 'node_twice' | 'stranger' | 'unknown_target' | 'mixed_edges' | 'unknown_start'; name: string }
  | { kind: 'groups_differ'; target: string; group: string; condition: GraphEdge['activationCondition'] }
  /** The first of its nodes again at the end. */
  | { kind: 'endless_loop'; nodes: string[] }
);

/** Why a graph can't run with these participants; empty: it can. AutoGen's rules, all of them looked at. */
export function graphFaults(graph: GraphConfig, participants: readonly string[]): GraphFault[] {
  if (graph.nodes.length === 0) {
    return [{ path: ['nodes'], kind: 'empty' }];
  }
  const faults = [...nameFaults(graph, participants), ...edgeFaults(graph), ...conflicts(graph)];
  const start = startFault(graph);
  if (start !== null) faults.push(start);
  if (graph.nodes.every(({ edges }) => edges.length > 0)) {
    faults.push({
      path: ['nodes'],
      kind: 'no_end',
    });
  }
  const endless = cyclesOf(graph).find((cycle) => !hasExit(graph, cycle));
  if (endless !== undefined) {
    faults.push({ path: ['nodes'], kind: 'endless_loop', nodes: [...endless, ...endless.slice(0, 1)] });
  }
  return faults;
}

/** Whether a graph may come back to a node; such a team needs a condition or a turn limit. */
export function hasLoop(graph: GraphConfig): boolean {
  return cyclesOf(graph).length > 0;
}

function nameFaults({ nodes }: GraphConfig, participants: readonly string[]): GraphFault[] {
  const names = nodes.map(({ name }) => name);
  return names.flatMap((name, index): GraphFault[] => {
    const path = ['nodes', index, 'name'];
    if (names.indexOf(name) !== index) {
      return [{ path, kind: 'node_twice', name }];
    }
    if (participants.includes(name)) return [];
    return [{ path, kind: 'stranger', name }];
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
              kind: 'unknown_target' as const,
              name: target,
            },
          ],
    );
    const conditional = edges.filter(({ condition }) => condition !== null);
    if (conditional.length === 0 || conditional.length === edges.length) return faults;
    const mix = {
      path: ['nodes', node, 'edges'],
      kind: 'mixed_edges' as const,
      name,
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
          kind: 'groups_differ' as const,
          target,
          group: activationGroup,
          condition: earlier,
        },
      ];
    }),
  );
}

function startFault(graph: GraphConfig): GraphFault | null {
  const path = ['startNode'];
  if (startNodes(graph).length === 0) {
    return { path, kind: 'no_start' };
  }
  const { startNode, nodes } = graph;
  if (startNode === null || nodes.some(({ name }) => name === startNode)) return null;
  return { path, kind: 'unknown_start', name: startNode };
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
