import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import type { PatternReferences } from '../../patterns/patternReferences.ts';
import { filtered, isRecord, listAt, textOf, valueAt, withValueAt } from '../jsonValue.ts';

/** A graph names participants in its nodes, its edges and its start. */
export const graphReferences: PatternReferences = {
  namesAt,
  without: (pattern, name) => {
    const node = listAt(pattern, ['nodes']).findIndex((each) => valueAt(each, ['name']) === name);
    return node === -1 ? pattern : withoutNode(pattern, node);
  },
};

/** The graph without a node and the edges to it. */
export function withoutNode(pattern: unknown, node: number): unknown {
  const nodes = listAt(pattern, ['nodes']);
  const name = textOf(valueAt(nodes[node], ['name']));
  const rest = nodes.filter((_node, index) => index !== node);
  const isTwice = rest.some((other) => valueAt(other, ['name']) === name);
  const after = withValueAt(
    pattern,
    ['nodes'],
    isTwice
      ? rest
      : rest.map((other) => filtered(other, 'edges', (edge) => valueAt(edge, ['target']) !== name)),
  );
  const isStart = !isTwice && valueAt(pattern, ['startNode']) === name;
  return isStart ? withValueAt(after, ['startNode'], null) : after;
}

/** The graph with another participant at a node; the edges to it, and a start at it, are updated. */
export function renameNode(pattern: unknown, node: number, name: string): unknown {
  const nodes = listAt(pattern, ['nodes']);
  const before = valueAt(nodes[node], ['name']);
  const isTwice = nodes.filter((other) => valueAt(other, ['name']) === before).length > 1;
  const renamed = withValueAt(pattern, ['nodes', node, 'name'], name);
  if (isTwice || before === '') return renamed;
  return namesAt(pattern)
    .filter((path) => valueAt(pattern, path) === before)
    .reduce((current, path) => withValueAt(current, path, name), renamed);
}

/**
 * Points an edge at another node. Its activation group is renamed too if it has the target's name, as it does by
 * default.
 */
export function retargetEdge(edge: unknown, target: string): unknown {
  if (!isRecord(edge)) return edge;
  const isOwnGroup = edge['activationGroup'] === edge['target'];
  return { ...edge, target, ...(isOwnGroup ? { activationGroup: target } : {}) };
}

/** The paths within a graph that name participants. */
function namesAt(pattern: unknown): TeamPath[] {
  const at: TeamPath = ['nodes'];
  const nodes = listAt(pattern, at).flatMap((node, index) => [
    [...at, index, 'name'],
    ...listAt(node, ['edges']).flatMap((edge, edgeIndex) => {
      const path = [...at, index, 'edges', edgeIndex];
      const isOwnGroup = valueAt(edge, ['activationGroup']) === valueAt(edge, ['target']);
      return [[...path, 'target'], ...(isOwnGroup ? [[...path, 'activationGroup']] : [])];
    }),
  ]);
  return [...nodes, ['startNode']];
}
