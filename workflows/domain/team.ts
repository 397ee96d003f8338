import type { PatternConfig } from './patterns/pattern.ts';
import type { TerminationCondition } from './terminations/condition.ts';

/** What a team is: plain JSON, immutable once stored as a version. */
export interface TeamConfig {
  pattern: PatternConfig;
  participants: Participant[];
  /** When the conversation is over; null: only its turn limit or a person ends it. */
  termination: TerminationCondition | null;
  /** The conversation ends after this many turns; null: no limit. */
  maxTurns: number | null;
}

export type Participant = AgentParticipant | PersonParticipant;

/** A participant whose turns are taken by a model. */
export interface AgentParticipant {
  kind: 'agent';
  name: string;
  description: string;
  systemMessage: string;
  /** The model's name at the provider; null: the deployment's default model. */
  model: string | null;
  /** Passed on as it is; null: the provider's default. */
  temperature: number | null;
  /** Whether a person reads its messages before the others do; null: nobody. */
  review: ReviewPolicy | null;
}

/** A participant whose turns are taken by a person. */
export interface PersonParticipant {
  kind: 'person';
  name: string;
  description: string;
  /** What the person is asked when it is their turn. */
  prompt: string;
  deadlineSeconds: number;
  onDeadline: InputDeadline;
}

/** What happens to a give_input that nobody answers: the turn passes without a message, or the conversation stops. */
export type InputDeadline = 'skip' | 'stop';

export interface ReviewPolicy {
  deadlineSeconds: number;
  onDeadline: ReviewDeadline;
}

/** What happens to a draft that nobody reviews: it stands, it is dropped and the turn passes, or the conversation stops. */
export type ReviewDeadline = 'approve' | 'discard' | 'stop';

/**
 * What the workflow needs of a team: everything that decides who speaks and when it is over, and none of the prompts,
 * so that a start's payload stays small.
 */
export interface TeamPlan {
  pattern: PatternConfig;
  participants: PlannedParticipant[];
  termination: TerminationCondition | null;
  maxTurns: number | null;
}

export type PlannedParticipant =
  | { kind: 'agent'; name: string; review: ReviewPolicy | null }
  | { kind: 'person'; name: string; deadlineSeconds: number; onDeadline: InputDeadline };

/** The workflow's part of a team. */
export function planOf(team: TeamConfig): TeamPlan {
  return {
    pattern: team.pattern,
    participants: team.participants.map((participant) =>
      participant.kind === 'agent'
        ? { kind: 'agent', name: participant.name, review: participant.review }
        : {
            kind: 'person',
            name: participant.name,
            deadlineSeconds: participant.deadlineSeconds,
            onDeadline: participant.onDeadline,
          },
    ),
    termination: team.termination,
    maxTurns: team.maxTurns,
  };
}
