import type { PlannedParticipant, TeamPlan } from '../plan.ts';
import type { Participant } from '../team.ts';
import { participantsBehind } from '../tools/behindTool.ts';

/** The conversation's own team. */
export const ROOT_SCOPE = '';

/*
 * An inner team's scope is the path of participants to it, each one
 *   NAME                     a team that takes turns in another one, and goes on where it stood;
 *   NAME~TURN                a society's team, anew in each turn;
 *   NAME.TOOL                a team that is an agent's tool; as in AutoGen it remembers its earlier calls.
 * In a name, the characters that a path is made of stand as in an address: %2F, %7E, %2E.
 */

export function teamScope(outer: string, name: string): string {
  return join(outer, inPath(name));
}

export function societyScope(outer: string, name: string, turn: number): string {
  return join(outer, `${inPath(name)}~${String(turn)}`);
}

export function toolScope(outer: string, agent: string, tool: string): string {
  return join(outer, `${inPath(agent)}.${inPath(tool)}`);
}

/** The scope of the team that an inner team is part of. */
export function outerScope(scope: string): string {
  const cut = scope.lastIndexOf('/');
  return cut === -1 ? ROOT_SCOPE : scope.slice(0, cut);
}

/** Whether the team of a scope starts fresh each time. */
export function isFleeting(scope: string): boolean {
  return lastSegment(scope).includes('~');
}

/** The plan of a scope's team. */
export function planAt(plan: TeamPlan, scope: string): TeamPlan {
  return scope === ROOT_SCOPE ? plan : scope.split('/').reduce(innerPlan, plan);
}

/** The scopes of the teams that take turns among a scope's participants. */
export function innerTeamsOf(
  team: { participants: readonly { kind: string; name: string }[] },
  scope: string,
): string[] {
  return team.participants.flatMap(({ kind, name }) => (kind === 'team' ? [teamScope(scope, name)] : []));
}

/** The scopes of the teams behind the tools of a scope's participants. */
export function toolTeamsOf(team: { participants: readonly Participant[] }, scope: string): string[] {
  return team.participants.flatMap((participant) =>
    participant.kind === 'agent'
      ? participantsBehind(participant.tools).map(({ name }) => toolScope(scope, participant.name, name))
      : [],
  );
}

/** How the page names an inner team. */
export function scopeTitle(scope: string): string {
  return scope
    .split('/')
    .map((segment) => {
      const { participant, tool } = segmentNames(segment);
      return tool === null ? participant : `${participant} → ${tool}`;
    })
    .join(' / ');
}

/** Whose inner team one step of a scope's path is: a participant's, or one behind a tool of it. */
export function segmentNames(segment: string): { participant: string; tool: string | null } {
  const [participant = '', tool] = segment.replace(/~.*/, '').split('.', 2).map(fromPath);
  return { participant, tool: tool ?? null };
}

/** Whether a scope's path leads through a team behind a tool, or through one that starts fresh each time. */
export function isOfItsOwn(scope: string): boolean {
  return /[.~]/.test(scope);
}

function inPath(name: string): string {
  return name.replace(
    /[/~.]|%(?=2[FE5]|7E)/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function fromPath(text: string): string {
  return text.replace(/%(2[FE5]|7E)/g, (_match, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function innerPlan(plan: TeamPlan, segment: string): TeamPlan {
  const names = segmentNames(segment);
  const participant = plan.participants.find(({ name }) => name === names.participant);
  const inner = participant === undefined ? undefined : teamBehind(participant, names.tool);
  if (inner === undefined) throw new Error(`There is no inner team ${segment}`);
  return inner;
}

function teamBehind(participant: PlannedParticipant, tool: string | null): TeamPlan | undefined {
  if (tool !== null) {
    const isThere = participant.kind === 'agent' && Object.hasOwn(participant.teams, tool);
    return isThere ? participant.teams[tool] : undefined;
  }
  return participant.kind === 'team' || participant.kind === 'society' ? participant.team : undefined;
}

function lastSegment(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

function join(outer: string, segment: string): string {
  return outer === ROOT_SCOPE ? segment : `${outer}/${segment}`;
}
