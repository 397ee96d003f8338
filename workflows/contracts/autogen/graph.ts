import type { GraphConfig, GraphEdge, GraphNode } from '../../domain/patterns/graph.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { from, type Place, type Report } from './report.ts';

const ALL_OR_ANY = ['all', 'any'] as const;

/** Reads the graph of a GraphFlow. */
export function readGraph(team: Fields, report: Report): GraphConfig {
  const graph = team.object('graph');
  if (graph === null) {
    team.missing('graph');
    return { kind: 'graph', nodes: [], startNode: null };
  }
  const nodes = graph.entries('nodes');
  if (nodes === null) graph.missing('nodes');
  const startNode = graph.textOr('default_start_node', null);
  graph.end();
  return from(report, graph.place, {
    kind: 'graph' as const,
    nodes: (nodes ?? []).map(([key, place]) => readNode(key, place, report)),
    startNode: startNode === '' ? null : startNode,
  });
}

function readNode(key: string, place: Place, report: Report): GraphNode {
  const fields = fieldsOf(place, report);
  const name = fields.text('name');
  if (name !== key) {
    report.notes.push({ path: place.path, message: `Its key ${key} counts, and not its name ${name}` });
  }
  fields.notNull('edges', 'activation');
  const edges = (fields.list('edges') ?? []).map((edge) => readEdge(edge, report));
  const activation = fields.choiceOr('activation', ALL_OR_ANY, 'all');
  fields.end();
  return from(report, place, { name: key, edges, activation });
}

function readEdge(place: Place, report: Report): GraphEdge {
  const fields = fieldsOf(place, report);
  fields.notNull('activation_group', 'activation_condition');
  const target = fields.text('target');
  const condition = fields.textOr('condition', null);
  const activationGroup = fields.textOr('activation_group', '');
  const activationCondition = fields.choiceOr('activation_condition', ALL_OR_ANY, 'all');
  if (fields.raw('condition_function') !== undefined) {
    report.notes.push({
      path: `${place.path}.condition_function`,
      message: 'A Python function is left out: the edge is unconditional; give it a text as condition',
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
