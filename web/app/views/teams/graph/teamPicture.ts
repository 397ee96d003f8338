import { assertNever } from '../../../../../workflows/domain/json.ts';
import { USER_SOURCE } from '../../../../../workflows/domain/message.ts';
import { startNodes, type GraphConfig } from '../../../../../workflows/domain/patterns/kinds/graph/graph.ts';
import type { Participant, TeamConfig } from '../../../../../workflows/domain/team.ts';
import { PARTICIPANT_KINDS } from '../participantInWords.ts';

/** A team as boxes and arrows. */
export interface TeamPicture {
  nodes: PictureNode[];
  edges: PictureEdge[];
}

export interface PictureNode {
  /** A participant's name, or the manager's. */
  id: string;
  label: string;
  /** What it is, or who is in it. */
  detail: string;
  kind: 'participant' | 'manager' | 'outside';
  /** Whether a graph flow begins here. */
  isStart: boolean;
}

export interface PictureEdge {
  from: string;
  to: string;
  /** When it is taken; null: always. */
  label: string | null;
  /** A possibility among several, not a way that is always taken. */
  isChoice: boolean;
}

/** Never a participant's name: those are identifiers. */
const MANAGER = '*manager*';

/** What a team's pattern looks like: a ring, a star, handoffs, or the graph itself. */
export function teamPicture(team: TeamConfig): TeamPicture {
  const { pattern, participants } = team;
  const nodes = participants.map((participant) => nodeOf(participant));
  const names = participants.map(({ name }) => name);
  switch (pattern.kind) {
    case 'single_agent':
      return { nodes, edges: [] };
    case 'round_robin':
      return { nodes, edges: ring(names) };
    case 'selector':
      return star(nodes, 'Selector', 'A model chooses who speaks');
    case 'magentic_one':
      return star(nodes, 'Orchestrator', 'Plans, and says who does what');
    case 'swarm':
      return swarm(nodes, participants);
    case 'graph':
      return graphPicture(nodes, pattern);
    default:
      return assertNever(pattern);
  }
}

/** An arrow in words. @example "writer → editor, where the message contains “OK”" */
export function edgeInWords({ nodes }: TeamPicture, { from, to, label }: PictureEdge): string {
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  return `${nameOf(from)} → ${nameOf(to)}${label === null ? '' : `, ${label}`}`;
}

function nodeOf(participant: Participant): PictureNode {
  const { name, kind } = participant;
  const inner = kind === 'team' || kind === 'society' ? participant.team.participants : [];
  const who = inner.map((member) => member.name).join(', ');
  return {
    id: name,
    label: name,
    detail: who === '' ? PARTICIPANT_KINDS[kind] : `${PARTICIPANT_KINDS[kind]}: ${who}`,
    kind: 'participant',
    isStart: false,
  };
}

function ring(names: readonly string[]): PictureEdge[] {
  if (names.length < 2) return [];
  return names.map((from, index) => ({
    from,
    to: names[(index + 1) % names.length] ?? from,
    label: null,
    isChoice: false,
  }));
}

function star(participants: readonly PictureNode[], label: string, detail: string): TeamPicture {
  const manager: PictureNode = { id: MANAGER, label, detail, kind: 'manager', isStart: false };
  const edges = participants.map(({ id }) => ({ from: MANAGER, to: id, label: null, isChoice: true }));
  return { nodes: [manager, ...participants], edges };
}

function swarm(nodes: readonly PictureNode[], participants: readonly Participant[]): TeamPicture {
  const edges = participants.flatMap((participant) =>
    participant.kind === 'agent'
      ? participant.handoffs.map(({ target }) => ({
          from: participant.name,
          to: target,
          label: null,
          isChoice: true,
        }))
      : [],
  );
  return { nodes: [...nodes, ...outsiders(nodes, edges)], edges };
}

/** Whom somebody hands over to and who takes no part: a person outside, as a rule. */
function outsiders(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): PictureNode[] {
  return strangersOf(nodes, edges).map((name) =>
    strangerOf(name, name === USER_SOURCE ? 'Who gave the task' : 'Outside the team'),
  );
}

/** Where edges lead to that is no node, each once. */
function strangersOf(nodes: readonly PictureNode[], edges: readonly PictureEdge[]): string[] {
  return [...new Set(edges.map(({ to }) => to))].filter((to) => nodes.every(({ id }) => id !== to));
}

function strangerOf(name: string, detail: string): PictureNode {
  return { id: name, label: name, detail, kind: 'outside', isStart: false };
}

/**
 * A graph, which need not be right yet: a node that is no participant, and a target that is no node, are drawn as that;
 * of two nodes of one name the first is. The edges stand in the order of the configuration.
 */
export function graphPicture(participants: readonly PictureNode[], config: GraphConfig): TeamPicture {
  const starts = startNodes(config);
  const names = [...new Set(config.nodes.map(({ name }) => name))];
  const nodes = names.map((name) => {
    const known = participants.find(({ id }) => id === name) ?? strangerOf(name, 'No such participant');
    return { ...known, isStart: starts.includes(name) };
  });
  const edges = config.nodes.flatMap(({ name, edges: out }) =>
    out.map(({ target, condition, activationCondition }) => ({
      from: name,
      to: target,
      label: edgeLabel(condition, activationCondition),
      isChoice: condition !== null,
    })),
  );
  const strange = strangersOf(nodes, edges).map((name) => strangerOf(name, 'No such node'));
  return { nodes: [...nodes, ...strange], edges };
}

function edgeLabel(condition: string | null, activation: 'all' | 'any'): string | null {
  const parts = [
    ...(condition === null ? [] : [`where the message contains “${condition}”`]),
    ...(activation === 'any' ? ['any of its group is enough'] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}
