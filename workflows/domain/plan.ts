import { assertNever } from './json.ts';
import { rememberingAgents } from './memory/rememberingAgents.ts';
import { planPattern, traitsOf } from './patterns/askPattern.ts';
import type { PlannedPattern } from './patterns/registry.ts';
import { neededOf } from './tasks/asking.ts';
import type { InputDeadline } from './tasks/kinds/giveInput.ts';
import type { AgentParticipant, Participant, ReviewPolicy, TeamConfig, ToolParticipant } from './team.ts';
import type { TerminationCondition } from './terminations/condition.ts';
import { participantsBehind } from './tools/behindTool.ts';

/**
 * What the workflow needs of a team: everything that decides who speaks and when it is over, and none of the prompts,
 * so that a start's payload stays small.
 */
export interface TeamPlan {
  pattern: PlannedPattern;
  participants: PlannedParticipant[];
  termination: TerminationCondition | null;
  /** Also null for a pattern that counts the limit itself. */
  maxTurns: number | null;
  emitTeamEvents: boolean;
  /** Whether what the team remembers is read when a run begins, and written when it has ended; absent: no. */
  remembers?: true | undefined;
}

export type PlannedParticipant =
  | PlannedAgent
  | { kind: 'code_executor'; name: string; writesCode: boolean; maxRetriesOnError: number }
  /** A participant whose turns are an inner team's run; with a society, a model then answers. */
  | { kind: 'team'; name: string; team: TeamPlan }
  | { kind: 'society'; name: string; team: TeamPlan }
  | { kind: 'person'; name: string; deadlineSeconds: number; onDeadline: InputDeadline };

/** Whom it asks stands in the team: the activity that opens the task reads it. */
export type PlannedReview = Omit<ReviewPolicy, 'asking'> & {
  /** How many have to approve; absent: one. */
  quorum?: number | undefined;
};

export interface PlannedAgent {
  kind: 'agent';
  name: string;
  review: PlannedReview | null;
  maxToolIterations: number;
  reflectOnToolUse: boolean;
  /** The teams behind its tools, by the tool's name: a call is one of their runs. */
  teams: Record<string, TeamPlan>;
  /** Whether knowledge is looked up before each of its answers; absent: no. */
  looksUp?: true | undefined;
}

/** The workflow's part of a team. */
export function planOf(team: TeamConfig): TeamPlan {
  const pattern = planPattern(team.pattern, team.maxTurns);
  return {
    pattern,
    participants: team.participants.map(planParticipant),
    termination: team.termination,
    maxTurns: traitsOf(pattern).countsOwnRounds ? null : team.maxTurns,
    emitTeamEvents: team.emitTeamEvents,
    ...(rememberingAgents(team).length > 0 && { remembers: true as const }),
  };
}

function planParticipant(participant: Participant): PlannedParticipant {
  switch (participant.kind) {
    case 'agent':
      return planAgent(participant);
    case 'code_executor':
      return {
        kind: 'code_executor',
        name: participant.name,
        writesCode: participant.model !== 'none',
        maxRetriesOnError: participant.maxRetriesOnError,
      };
    case 'team':
    case 'society':
      return { kind: participant.kind, name: participant.name, team: planOf(participant.team) };
    case 'person':
      return {
        kind: 'person',
        name: participant.name,
        deadlineSeconds: participant.deadlineSeconds,
        onDeadline: participant.onDeadline,
      };
    default:
      return assertNever(participant);
  }
}

function planAgent(agent: AgentParticipant): PlannedAgent {
  return {
    kind: 'agent',
    name: agent.name,
    review: planReview(agent.review),
    maxToolIterations: agent.maxToolIterations,
    reflectOnToolUse: agent.reflectOnToolUse,
    teams: Object.fromEntries(
      participantsBehind(agent.tools).map(({ name, participant }) => [name, planBehindTool(participant)]),
    ),
    ...((agent.knowledge ?? []).some(({ how }) => how === 'before_each_answer') && {
      looksUp: true as const,
    }),
  };
}

function planReview(review: ReviewPolicy | null): PlannedReview | null {
  if (review === null) return null;
  const { deadlineSeconds, onDeadline, asking } = review;
  const quorum = neededOf(asking);
  return { deadlineSeconds, onDeadline, ...(quorum === null ? {} : { quorum }) };
}

/** A call of such a tool is a run: of the team, or of a team of one where the tool is a single participant. */
function planBehindTool(participant: ToolParticipant): TeamPlan {
  if (participant.kind === 'team') return planOf(participant.team);
  return {
    pattern: { kind: 'single_agent' },
    participants: [planParticipant(participant)],
    termination: null,
    maxTurns: null,
    emitTeamEvents: false,
  };
}
