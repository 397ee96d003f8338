import type { Json } from '../../../../domain/json.ts';
import type { GraphConfig, GraphEdge, GraphNode } from '../../../../domain/patterns/kinds/graph/graph.ts';
import type { Fields } from '../../../autogen/fields.ts';
import { from, type Place } from '../../../autogen/report.ts';
import { autogenFinding } from '../../../findings/finding.ts';
import type { PatternReader } from '../../contract.ts';

const ALL_OR_ANY = ['all', 'any'] as const;

/** Reads the graph of a GraphFlow. */
export function readGraph(team: Fields, reader: PatternReader): GraphConfig {
  const graph = team.object('graph');
  if (graph === null) {
    team.missing('graph');
    return { kind: 'graph', nodes: [], startNode: null };
  }
  const nodes = graph.entries('nodes');
  if (nodes === null) graph.missing('nodes');
  const startNode = graph.textOr('default_start_node', null);
  graph.end();
  return from(reader.report, graph.place, {
    kind: 'graph' as const,
    nodes: (nodes ?? []).map(([key, place]) => readNode(key, place, reader)),
    startNode: startNode === '' ? null : startNode,
  });
}

function readNode(key: string, place: Place, reader: PatternReader): GraphNode {
  const { report } = reader;
  const fields = reader.fields(place);
  const name = fields.text('name');
  if (name !== key) {
    report.notes.push({ path: place.path, message: autogenFinding('nodeKey', { key, name }) });
  }
  fields.notNull('edges', 'activation');
  const edges = (fields.list('edges') ?? []).map((edge) => readEdge(edge, reader));
  const activation = fields.choiceOr('activation', ALL_OR_ANY, 'all');
  fields.end();
  return from(report, place, { name: key, edges, activation });
}

function readEdge(place: Place, reader: PatternReader): GraphEdge {
  const { report } = reader;
  const fields = reader.fields(place);
  fields.notNull('activation_group', 'activation_condition');
  const target = fields.text('target');
  const condition = fields.textOr('condition', null);
  const activationGroup = fields.textOr('activation_group', '');
  const activationCondition = fields.choiceOr('activation_condition', ALL_OR_ANY, 'all');
  if (fields.raw('condition_function') !== undefined) {
    report.notes.push({
      path: `${place.path}.condition_function`,
      message: autogenFinding('edgeFunction'),
    });
  }
  fields.end();
  return from(report, place, {
    target,
    condition,
    activationGroup: activationGroup === '' ? target : activationGroup,
    activationCondition,
  });
}

/** Writes the graph of a GraphFlow. */
export function writeGraph({ nodes, startNode }: GraphConfig): Json {
  const written = nodes.map(({ name, edges, activation }): [string, Json] => [
    name,
    { name, edges: edges.map(writeEdge), activation },
  ]);
  return {
    nodes: Object.fromEntries(written),
    ...(startNode === null ? {} : { default_start_node: startNode }),
  };
}

function writeEdge({ target, condition, activationGroup, activationCondition }: GraphEdge): Json {
  return {
    target,
    ...(condition === null ? {} : { condition }),
    activation_group: activationGroup,
    activation_condition: activationCondition,
  };
}
