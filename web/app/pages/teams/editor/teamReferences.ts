import { USER_SOURCE } from '../../../../../workflows/domain/message.ts';
import { managerName } from '../../../../../workflows/domain/patterns/askPattern.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { PATTERN_KINDS } from '../patternInWords.ts';
import { retargetHandoff } from './handoffWords.ts';
import { isRecord, listAt, textOf, valueAt, withValueAt } from './jsonValue.ts';

/**
 * Where a team's own parts name one of its participants: nodes and edges, handoffs, filters, whose code is run,
 * termination conditions. Paths within the team; none where the name is nobody's alone. Expressions and prompts are
 * texts: what a word in them means, nobody can say.
 */
export function placesNaming(team: unknown, participant: number): TeamPath[] {
  const names = namesOf(team);
  const name = names[participant];
  if (name === undefined || name === '' || names.filter((other) => other === name).length > 1) return [];
  const places = [
    ...graphPlaces(team),
    ...participantPlaces(team),
    ...conditionPlaces(team, ['termination']),
  ];
  return places.filter((path) => namedAt(valueAt(team, path)) === name);
}

/** The team with a participant's name changed, at the participant and at these places that name it. */
export function renameParticipant(
  team: unknown,
  { participant, places, name }: { participant: number; places: readonly TeamPath[]; name: string },
): unknown {
  const renamed = withValueAt(team, ['participants', participant, 'name'], name);
  return places.reduce((current, path) => {
    const value = valueAt(current, path);
    return withValueAt(current, path, isRecord(value) ? retargetHandoff(value, name) : name);
  }, renamed);
}

/**
 * The team without one of its participants: without its node, the edges to it and the handoffs to it, which could never
 * be gone along. What a condition or a filter says of it stays: without it, it would mean another thing.
 */
export function withoutParticipant(team: unknown, participant: number): unknown {
  const name = namesOf(team)[participant] ?? '';
  const rest = listAt(team, ['participants']).filter((_participant, index) => index !== participant);
  const isNamed = name !== '' && !namesOf({ participants: rest }).includes(name);
  if (!isNamed) return withValueAt(team, ['participants'], rest);
  const withoutHandoffs = rest.map((other) =>
    filtered(other, 'handoffs', (handoff) => valueAt(handoff, ['target']) !== name),
  );
  const after = withValueAt(team, ['participants'], withoutHandoffs);
  const node = listAt(team, ['pattern', 'nodes']).findIndex((each) => valueAt(each, ['name']) === name);
  return node === -1 ? after : withValueAt(after, ['pattern'], withoutNode(valueAt(team, ['pattern']), node));
}

/** The graph without a node and the edges that lead to it. */
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

/** The graph with another participant at a node; the edges to it, and a start at it, go along. */
export function renameNode(pattern: unknown, node: number, name: string): unknown {
  const nodes = listAt(pattern, ['nodes']);
  const before = valueAt(nodes[node], ['name']);
  const isTwice = nodes.filter((other) => valueAt(other, ['name']) === before).length > 1;
  const renamed = withValueAt(pattern, ['nodes', node, 'name'], name);
  if (isTwice || before === '') return renamed;
  return graphPlaces({ pattern })
    .map(([, ...path]) => path)
    .filter((path) => valueAt(pattern, path) === before)
    .reduce((current, path) => withValueAt(current, path, name), renamed);
}

/** An edge to another node; its group goes along where it is named after its target, as it is unless one says otherwise. */
export function retargetEdge(edge: unknown, target: string): unknown {
  if (!isRecord(edge)) return edge;
  const isOwnGroup = edge['activationGroup'] === edge['target'];
  return { ...edge, target, ...(isOwnGroup ? { activationGroup: target } : {}) };
}

/**
 * Everybody who may say something in a team, at any depth, since outer teams hear their inner ones: participants, those
 * behind tools, and those that speak by themselves (whoever gives the task, managers).
 */
export function speakersIn(team: unknown): Set<string> {
  const managers = PATTERN_KINDS.map((kind) => managerName({ kind }));
  return new Set([USER_SOURCE, ...managers, ...memberNames(team)]);
}

function memberNames(team: unknown): string[] {
  return listAt(team, ['participants']).flatMap(namesAt);
}

function namesAt(participant: unknown): string[] {
  const behindTools = listAt(participant, ['tools']).flatMap((tool) =>
    namesAt(valueAt(tool, ['participant'])),
  );
  return [
    textOf(valueAt(participant, ['name'])),
    ...memberNames(valueAt(participant, ['team'])),
    ...behindTools,
  ];
}

function namesOf(team: unknown): string[] {
  return listAt(team, ['participants']).map((participant) => textOf(valueAt(participant, ['name'])));
}

/** What a place names: the name itself, or a handoff's target. */
function namedAt(value: unknown): unknown {
  return isRecord(value) ? value['target'] : value;
}

function graphPlaces(team: unknown): TeamPath[] {
  const at: TeamPath = ['pattern', 'nodes'];
  const nodes = listAt(team, at).flatMap((node, index) => [
    [...at, index, 'name'],
    ...listAt(node, ['edges']).flatMap((edge, edgeIndex) => {
      const path = [...at, index, 'edges', edgeIndex];
      const isOwnGroup = valueAt(edge, ['activationGroup']) === valueAt(edge, ['target']);
      return [[...path, 'target'], ...(isOwnGroup ? [[...path, 'activationGroup']] : [])];
    }),
  ]);
  return [...nodes, ['pattern', 'startNode']];
}

function participantPlaces(team: unknown): TeamPath[] {
  return listAt(team, ['participants']).flatMap((participant, index) => {
    const at: TeamPath = ['participants', index];
    const within = (...path: string[]) =>
      listAt(participant, path).map((_entry, entry) => [...at, ...path, entry]);
    return [
      ...within('handoffs'),
      ...within('filter', 'perSource').map((path) => [...path, 'source']),
      ...within('sources'),
    ];
  });
}

function conditionPlaces(team: unknown, at: TeamPath): TeamPath[] {
  const sources = listAt(team, [...at, 'sources']).map((_source, index) => [...at, 'sources', index]);
  const children = listAt(team, [...at, 'conditions']).flatMap((_condition, index) =>
    conditionPlaces(team, [...at, 'conditions', index]),
  );
  return [...sources, [...at, 'target'], [...at, 'source'], ...children];
}

/** An object with only some entries of one of its lists; the object itself where all stay. */
function filtered(value: unknown, key: string, stays: (entry: unknown) => boolean): unknown {
  const entries = listAt(value, [key]);
  return entries.every(stays) ? value : withValueAt(value, [key], entries.filter(stays));
}
