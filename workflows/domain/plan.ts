import { assertNever } from './json.ts';
import { planPattern, traitsOf } from './patterns/askPattern.ts';
import type { PlannedPattern } from './patterns/registry.ts';
import type { InputDeadline } from './tasks/kinds/giveInput.ts';
import type { AgentParticipant, Participant, ParticipantTool, ReviewPolicy, TeamConfig } from './team.ts';
import type { TerminationCondition } from './terminations/condition.ts';

/**
 * What the workflow needs of a team: everything that decides who speaks and when it is over, and none of the prompts,
 * so that a start's payload stays small.
 */
export interface TeamPlan {
  pattern: PlannedPattern;
  participants: PlannedParticipant[];
  termination: TerminationCondition | null;
  /** Null also with a pattern that keeps the limit by itself. */
  maxTurns: number | null;
  emitTeamEvents: boolean;
}

export type PlannedParticipant =
  | PlannedAgent
  | { kind: 'code_executor'; name: string; writesCode: boolean; maxRetriesOnError: number }
  /** A participant whose turns are an inner team's run; with a society, a model then answers. */
  | { kind: 'team' | 'society'; name: string; team: TeamPlan }
  | { kind: 'person'; name: string; deadlineSeconds: number; onDeadline: InputDeadline };

export interface PlannedAgent {
  kind: 'agent';
  name: string;
  review: ReviewPolicy | null;
  maxToolIterations: number;
  reflectOnToolUse: boolean;
  /** The teams that stand behind its tools, by the tool's name: a call is a run of theirs. */
  teams: Record<string, TeamPlan>;
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
  const tools = agent.tools.filter((tool) => tool.kind === 'participant');
  return {
    kind: 'agent',
    name: agent.name,
    review: agent.review,
    maxToolIterations: agent.maxToolIterations,
    reflectOnToolUse: agent.reflectOnToolUse,
    teams: Object.fromEntries(tools.map((tool) => [tool.name, planBehindTool(tool)])),
  };
}

/** A call of such a tool is a run: of the team, or of a team of one where the tool is a single participant. */
function planBehindTool({ participant }: ParticipantTool): TeamPlan {
  if (participant.kind === 'team') return planOf(participant.team);
  return {
    pattern: { kind: 'single_agent' },
    participants: [planParticipant(participant)],
    termination: null,
    maxTurns: null,
    emitTeamEvents: false,
  };
}
