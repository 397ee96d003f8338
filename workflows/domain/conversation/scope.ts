import type { PlannedParticipant, TeamPlan } from '../plan.ts';
import type { Participant } from '../team.ts';

/** The conversation's own team. */
export const ROOT_SCOPE = '';

/*
 * An inner team's scope is the path of participants to it, each one
 *   NAME                     a team that takes turns in another one, and goes on where it stood;
 *   NAME~TURN                a society's team, anew in each turn;
 *   NAME.TOOL                a team that is an agent's tool; as in AutoGen it remembers its earlier calls.
 */

export function teamScope(outer: string, name: string): string {
  return join(outer, name);
}

export function societyScope(outer: string, name: string, turn: number): string {
  return join(outer, `${name}~${String(turn)}`);
}

export function toolScope(outer: string, agent: string, tool: string): string {
  return join(outer, `${agent}.${tool}`);
}

/** The scope of the team that an inner team is part of. */
export function outerScope(scope: string): string {
  const cut = scope.lastIndexOf('/');
  return cut === -1 ? ROOT_SCOPE : scope.slice(0, cut);
}

/** Whether the team of a scope begins anew each time. */
export function isFleeting(scope: string): boolean {
  return lastSegment(scope).includes('~');
}

/** The plan of a scope's team. */
export function planAt(plan: TeamPlan, scope: string): TeamPlan {
  return scope === ROOT_SCOPE ? plan : scope.split('/').reduce(innerPlan, plan);
}

/** The scopes of the teams that take turns beside a scope's participants. */
export function innerTeamsOf(
  team: { participants: readonly { kind: string; name: string }[] },
  scope: string,
): string[] {
  return team.participants.flatMap(({ kind, name }) => (kind === 'team' ? [teamScope(scope, name)] : []));
}

/** The scopes of the teams that stand behind the tools of a scope's participants. */
export function toolTeamsOf(team: { participants: readonly Participant[] }, scope: string): string[] {
  return team.participants.flatMap((participant) =>
    participant.kind === 'agent'
      ? participant.tools.flatMap((tool) =>
          tool.kind === 'participant' ? [toolScope(scope, participant.name, tool.name)] : [],
        )
      : [],
  );
}

/** How the page names an inner team. */
export function scopeTitle(scope: string): string {
  return scope
    .split('/')
    .map((segment) => segment.replace(/~.*/, '').replace('.', ' → '))
    .join(' / ');
}

function innerPlan(plan: TeamPlan, segment: string): TeamPlan {
  const [path = '', toolName] = segment.replace(/~.*/, '').split('.', 2);
  const participant = plan.participants.find(({ name }) => name === path);
  const inner = participant === undefined ? undefined : teamBehind(participant, toolName);
  if (inner === undefined) throw new Error(`There is no inner team ${segment}`);
  return inner;
}

function teamBehind(participant: PlannedParticipant, tool: string | undefined): TeamPlan | undefined {
  if (tool !== undefined) return participant.kind === 'agent' ? participant.teams[tool] : undefined;
  return participant.kind === 'team' || participant.kind === 'society' ? participant.team : undefined;
}

function lastSegment(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

function join(outer: string, segment: string): string {
  return outer === ROOT_SCOPE ? segment : `${outer}/${segment}`;
}
