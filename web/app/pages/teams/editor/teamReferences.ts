import { USER_SOURCE } from '../../../../../workflows/domain/message.ts';
import { managerName } from '../../../../../workflows/domain/patterns/askPattern.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { PATTERN_KINDS } from '../../../views/teams/patterns/registry.ts';
import { referencesOf } from '../patterns/references.ts';
import { retargetHandoff } from './handoffWords.ts';
import { filtered, isRecord, listAt, textOf, valueAt, withValueAt } from './jsonValue.ts';

/**
 * The places in a team that refer to one of its participants: nodes and edges, handoffs, filters, code sources,
 * termination conditions. Paths are within the team; empty if the name is not unique. Names in expressions and
 * prompts are not found: their meaning is unknown.
 */
export function placesNaming(team: unknown, participant: number): TeamPath[] {
  const names = namesOf(team);
  const name = names[participant];
  if (name === undefined || name === '' || names.filter((other) => other === name).length > 1) return [];
  const pattern = valueAt(team, ['pattern']);
  const places = [
    ...referencesOf(pattern)
      .namesAt(pattern)
      .map((path) => ['pattern', ...path]),
    ...participantPlaces(team),
    ...conditionPlaces(team, ['termination']),
  ];
  return places.filter((path) => namedAt(valueAt(team, path)) === name);
}

/** The team with a participant renamed, at the participant and at the places that refer to it. */
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
 * The team without one of its participants, its node, and the edges and handoffs to it, which could never be
 * taken. Conditions and filters that name it stay: without the name they would mean something else.
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
  const pattern = valueAt(team, ['pattern']);
  const remaining = referencesOf(pattern).without(pattern, name);
  return remaining === pattern ? after : withValueAt(after, ['pattern'], remaining);
}

/**
 * Everybody who can speak in a team, at any depth, because outer teams hear their inner ones: participants, those
 * behind tools, managers, and the author of the task.
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

/** The name at a place: the value itself, or a handoff's target. */
function namedAt(value: unknown): unknown {
  return isRecord(value) ? value['target'] : value;
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
