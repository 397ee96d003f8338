import { assertNever } from '../../../../workflows/domain/json.ts';
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

/** The team of a conversation as far as its page shows it: none of the prompts. */
export interface TeamView {
  id: string;
  name: string;
  version: number;
  /** Null: the version is of a form that this version does not know. */
  plan: TeamPlanView | null;
}

export interface TeamPlanView {
  participants: ParticipantView[];
  pattern: PatternKind;
  /** The name under which the pattern's manager speaks. */
  manager: string;
  /** Each of its runs begins with a task. */
  needsTask: boolean;
  /** The team without its prompts and tools, where a drawing of it says more than a list. */
  drawn: TeamConfig | null;
  termination: TerminationCondition | null;
  maxTurns: number | null;
  watched: Watched;
  /** Names of persons, in inner teams too: all others are agents. */
  persons: string[];
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
  return team.participants.flatMap((participant): string[] => {
    switch (participant.kind) {
      case 'person':
        return [participant.name];
      case 'team':
      case 'society':
        return personsOf(participant.team);
      case 'agent':
        return participant.tools.flatMap((tool) =>
          tool.kind === 'participant' && 'team' in tool.participant ? personsOf(tool.participant.team) : [],
        );
      case 'code_executor':
        return [];
      default:
        return assertNever(participant);
    }
  });
}
