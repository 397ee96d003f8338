import {
  type GraphConfig,
  type GraphEdge,
  startNodes,
} from '../../../../../../workflows/domain/patterns/kinds/graph/graph.ts';
import type { Translate } from '../../../../languages/translator.ts';
import { type PictureNode, strangerOf, strangersOf, type TeamPicture } from '../../graph/picture.ts';
import type { PatternView } from '../patternView.ts';

export const graph: PatternView<'graph'> = {
  make: (participants) => ({ kind: 'graph', nodes: chainOf(participants), startNode: null }),
  manager: null,
  drawing: (t) => t('patterns:graph.drawing'),
  picture: (pattern, nodes, _participants, t) => graphPicture(nodes, pattern, t),
  stateInWords: ({ ready }, _participants, { t, format }) => [
    ready.length === 0
      ? t('patterns:graph.state.complete')
      : t('patterns:graph.state.ready', { nodes: format.list(ready) }),
  ],
};

/**
 * A graph, which need not be valid yet: nodes that are not participants and targets that are not nodes are drawn as
 * such; of two nodes with the same name the first is drawn. The edges are in the order of the configuration.
 */
export function graphPicture(
  participants: readonly PictureNode[],
  config: GraphConfig,
  t: Translate,
): TeamPicture {
  const starts = startNodes(config);
  const names = [...new Set(config.nodes.map(({ name }) => name))];
  const nodes = names.map((name) => {
    const known =
      participants.find(({ id }) => id === name) ?? strangerOf(name, t('patterns:graph.noParticipant'));
    return { ...known, isStart: starts.includes(name) };
  });
  const edges = config.nodes.flatMap(({ name, edges: out }) =>
    out.map(({ target, condition, activationCondition }) => ({
      from: name,
      to: target,
      label: edgeLabel(condition, activationCondition, t),
      mark: edgeMark(condition, activationCondition, t),
      isChoice: condition !== null,
    })),
  );
  const strange = strangersOf(nodes, edges).map((name) => strangerOf(name, t('patterns:graph.noNode')));
  return { nodes: [...nodes, ...strange], edges };
}

function edgeLabel(condition: string | null, activation: 'all' | 'any', t: Translate): string | null {
  if (condition === null) return activation === 'any' ? t('patterns:graph.edge.any') : null;
  return activation === 'any'
    ? t('patterns:graph.edge.conditionAndAny', { condition })
    : t('patterns:graph.edge.condition', { condition });
}

const MARK_CHARACTERS = 26;

function edgeMark(condition: string | null, activation: 'all' | 'any', t: Translate): string | null {
  if (condition === null) return activation === 'any' ? t('patterns:graph.edge.anyMark') : null;
  const isLong = condition.length > MARK_CHARACTERS;
  const shown = isLong ? `${condition.slice(0, MARK_CHARACTERS - 1)}…` : condition;
  return t('patterns:graph.edge.conditionMark', { condition: shown });
}

/** A sequence: the graph that a new graph flow starts with. */
function chainOf(names: readonly string[]): GraphConfig['nodes'] {
  return names.map((name, index) => {
    const target = names[index + 1];
    return { name, edges: target === undefined ? [] : [newEdge(target)], activation: 'all' };
  });
}

/** An edge that is always taken. */
export function newEdge(target: string): GraphEdge {
  return { target, condition: null, activationGroup: target, activationCondition: 'all' };
}
