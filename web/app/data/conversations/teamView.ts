import { assertNever } from '../../../../workflows/domain/json.ts';
import { rememberingAgents } from '../../../../workflows/domain/memory/rememberingAgents.ts';
import { participantsWithin } from '../../../../workflows/domain/participantsWithin.ts';
import { managerName, traitsOf } from '../../../../workflows/domain/patterns/askPattern.ts';
import type { PatternKind } from '../../../../workflows/domain/patterns/registry.ts';
import {
  agent,
  type Participant,
  team as teamOf,
  type TeamConfig,
} from '../../../../workflows/domain/team.ts';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import type { Watched } from '../../../../workflows/domain/terminations/kind.ts';
import { watchedOf } from '../../../../workflows/domain/terminations/watched.ts';
import { viewOf } from '../../views/teams/patterns/registry.ts';

/** A conversation's team as its page shows it, without prompts. */
export interface TeamView {
  id: string;
  name: string;
  version: number;
  /** Null if the version's form is unknown to this version of Colloquy. */
  plan: TeamPlanView | null;
}

export interface TeamPlanView {
  participants: ParticipantView[];
  pattern: PatternKind;
  /** The name under which the pattern's manager speaks. */
  manager: string;
  /** Whether each run must start with a task. */
  needsTask: boolean;
  /** The team without prompts and tools, for patterns that are drawn; null for others. */
  drawn: TeamConfig | null;
  termination: TerminationCondition | null;
  maxTurns: number | null;
  watched: Watched;
  /** The names of people, also in inner teams; everybody else is an agent. */
  persons: string[];
  /** Whether it remembers across conversations. */
  remembers: boolean;
}

export interface ParticipantView {
  name: string;
  kind: Participant['kind'];
}

export function teamPlanView(team: TeamConfig): TeamPlanView {
  const { pattern, termination, maxTurns } = team;
  return {
    participants: team.participants.map(({ name, kind }) => ({ name, kind })),
    pattern: pattern.kind,
    manager: managerName(pattern),
    needsTask: traitsOf(pattern).needsTask,
    drawn: viewOf(pattern.kind).drawing === null ? null : withoutPrompts(team),
    termination,
    maxTurns,
    watched: watchedOf(termination, pattern),
    persons: personsOf(team),
    remembers: rememberingAgents(team).length > 0,
  };
}

function withoutPrompts(team: TeamConfig): TeamConfig {
  return teamOf({ pattern: team.pattern, participants: team.participants.map(withoutPrompt) });
}

function withoutPrompt(participant: Participant): Participant {
  switch (participant.kind) {
    case 'agent':
      return agent({ name: participant.name, handoffs: participant.handoffs, systemMessage: '' });
    case 'team':
      return { ...participant, team: withoutPrompts(participant.team) };
    case 'society':
      return {
        ...participant,
        team: withoutPrompts(participant.team),
        model: null,
        instruction: '',
        responsePrompt: '',
      };
    case 'code_executor':
      return { ...participant, systemMessage: '', model: null };
    case 'person':
      return { ...participant, prompt: '' };
    default:
      return assertNever(participant);
  }
}

function personsOf(team: TeamConfig): string[] {
  return participantsWithin(team).flatMap(({ participant }) =>
    participant.kind === 'person' ? [participant.name] : [],
  );
}
