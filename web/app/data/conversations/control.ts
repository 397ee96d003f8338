import type { EndCause } from '../../../../workflows/domain/conversation/endCause.ts';
import type { SpeakerStep } from '../../../../workflows/domain/conversation/state.ts';
import type { MessageFacts } from '../../../../workflows/domain/message.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';

/** The team's state at the start of its newest turn or at the end of the run, as far as the page shows it. */
export interface ControlView {
  run: number;
  /** Whether this is the end of the run rather than the start of a turn. */
  isEnd: boolean;
  /** What ended the run; null while it continues. */
  endedBy: EndCause | null;
  termination: TerminationState | null;
  /** Turns that the conversation's own team has taken in this run. */
  turnsTaken: number;
  /** The number of its own team's current turn. */
  turn: number;
  /** The first sequence number that was not assigned yet. */
  nextSeq: number;
  /** Messages that the termination condition had not checked yet. */
  unchecked: FactsView[];
  silentCostMicroUsd: number;
  /** Who speaks in the current turn, in every team, as far as speakers have started. */
  active: ActiveView[];
  /** The latest handoff, if it decides who speaks. */
  handoff: { target: string; source: string } | null;
}

export interface ActiveView {
  scope: string;
  turn: number;
  speaker: string;
  step: SpeakerStep['kind'];
}

/** A message's facts for the condition, as they come through a loader. */
export type FactsView = { [Key in keyof MessageFacts]: MessageFacts[Key] | undefined } & Pick<
  MessageFacts,
  'seq' | 'type' | 'source' | 'mentions'
>;
