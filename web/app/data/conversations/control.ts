import type { SpeakerStep } from '../../../../workflows/domain/conversation/state.ts';
import type { MessageFacts } from '../../../../workflows/domain/message.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';

/** Where the team stood when its newest turn began, or at the end of the run: as far as the page shows it. */
export interface ControlView {
  run: number;
  /** It is the end of the run, not a turn's beginning. */
  isEnd: boolean;
  termination: TerminationState | null;
  /** Turns that the conversation's own team has taken in this run. */
  turnsTaken: number;
  /** The number of the turn that its own team has under way. */
  turn: number;
  /** The first place that had not been given out. */
  nextSeq: number;
  /** What the termination condition had not been shown yet. */
  unchecked: FactsView[];
  silentCostMicroUsd: number;
  /** Who speaks in the turn under way, in every team, as far as anybody has begun. */
  active: ActiveView[];
  /** The latest handoff, where that decides who speaks. */
  handoff: { target: string; source: string } | null;
}

export interface ActiveView {
  scope: string;
  turn: number;
  speaker: string;
  step: SpeakerStep['kind'];
}

/** What the condition is shown of a message, as it comes through a loader. */
export type FactsView = { [Key in keyof MessageFacts]: MessageFacts[Key] | undefined } & Pick<
  MessageFacts,
  'seq' | 'type' | 'source' | 'mentions'
>;
