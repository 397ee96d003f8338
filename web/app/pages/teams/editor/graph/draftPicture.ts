import type { GraphConfig } from '../../../../../../workflows/domain/patterns/kinds/graph/graph.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../../languages/translator.ts';
import type { TeamPicture } from '../../../../views/teams/graph/picture.ts';
import { graphPicture } from '../../../../views/teams/patterns/kinds/graph.ts';
import { PARTICIPANT_KINDS } from '../../participants/registry.ts';
import { kindOf, listAt, textOf, valueAt } from '../jsonValue.ts';

/** A graph in progress, drawn as far as possible, with the paths of its parts in the pattern. */
export interface DraftPicture {
  picture: TeamPicture;
  /** By the node's id in the picture. */
  nodePaths: ReadonlyMap<string, TeamPath>;
  /** In the order of the picture's edges. */
  edgePaths: readonly TeamPath[];
  /**
   * The parts that are not drawn: nodes without a name, edges without a target, and what exceeds the size of a
   * drawing.
   */
  missing: { nameless: number; targetless: number; isTooLarge: boolean };
}

/** A larger drawing is unreadable, and too slow to update between two keystrokes. */
const MAX_NODES = 200;
const MAX_EDGES = 600;

/**
 * The picture of a team that may still be invalid. Nodes without a name and edges without a target are left out.
 */
export function draftPicture(team: unknown, t: Translate): DraftPicture {
  const all = listAt(team, ['pattern', 'nodes']);
  const nodes = all.slice(0, MAX_NODES).map((node, index) => ({
    name: textOf(valueAt(node, ['name'])),
    path: ['nodes', index] as TeamPath,
    edges: listAt(node, ['edges']).map((edge, edgeIndex) => ({
      config: edgeOf(edge),
      path: ['nodes', index, 'edges', edgeIndex] as TeamPath,
    })),
  }));
  const named = nodes.filter(({ name }) => name !== '');
  const edges = named.flatMap((node) => node.edges);
  const whole = edges.filter(({ config }) => config.target !== '');
  const drawn = new Set(whole.slice(0, MAX_EDGES));
  const graph: GraphConfig = {
    kind: 'graph',
    startNode: textOf(valueAt(team, ['pattern', 'startNode'])) || null,
    nodes: named.map(({ name, edges: own }) => ({
      name,
      activation: 'all',
      edges: own.filter((edge) => drawn.has(edge)).map(({ config }) => config),
    })),
  };
  return {
    picture: graphPicture(participantNodes(team, t), graph, t),
    nodePaths: new Map([...named].reverse().map(({ name, path }) => [name, path])),
    edgePaths: [...drawn].map(({ path }) => path),
    missing: {
      nameless: nodes.length - named.length,
      targetless: edges.length - whole.length,
      isTooLarge: all.length > MAX_NODES || whole.length > MAX_EDGES,
    },
  };
}

function edgeOf(edge: unknown) {
  const condition = valueAt(edge, ['condition']);
  return {
    target: textOf(valueAt(edge, ['target'])),
    condition: typeof condition === 'string' ? condition : null,
    activationGroup: textOf(valueAt(edge, ['activationGroup'])),
    activationCondition:
      valueAt(edge, ['activationCondition']) === 'any' ? ('any' as const) : ('all' as const),
  };
}

function participantNodes(team: unknown, t: Translate) {
  return listAt(team, ['participants']).flatMap((participant) => {
    const name = textOf(valueAt(participant, ['name']));
    const kind = kindOf(participant);
    const known = PARTICIPANT_KINDS.find((each) => each === kind);
    const detail = known === undefined ? '' : t(`participants:${known}.name`);
    return name === ''
      ? []
      : [{ id: name, label: name, detail, kind: 'participant' as const, isStart: false }];
  });
}
