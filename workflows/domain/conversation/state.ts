import type { MessageFacts } from '../message.ts';
import { initialPattern } from '../patterns/registry.ts';
import type { PatternState } from '../patterns/pattern.ts';
import type { HumanTask, Resolution } from '../task.ts';
import type { TeamPlan } from '../team.ts';
import type { TerminationState } from '../terminations/condition.ts';
import { initialTermination } from '../terminations/observe.ts';
import { checkTermination } from './checkTermination.ts';

/** Where a conversation stands: plain JSON of bounded size, carried through continue-as-new, and stored with each turn. */
export interface ConversationState {
  pattern: PatternState;
  termination: TerminationState | null;
  /** Turns taken so far. */
  turnsTaken: number;
  /** The sequence number that the next message gets. */
  nextSeq: number;
  /** Messages that the termination condition has not been shown yet. */
  unchecked: MessageFacts[];
  /** Who speaks in the turn under way, and how far each is; empty between turns. */
  active: ActiveSpeaker[];
  paused: boolean;
  /** Why it is to stop as soon as no model call is under way; null: it goes on. */
  stop: string | null;
  /** Ids of the newest submissions taken in, so that one sent twice counts once; see TAKEN_KEPT. */
  taken: string[];
  /** How it ended; null: it goes on. */
  outcome: Outcome | null;
}

export interface ActiveSpeaker {
  speaker: string;
  seq: number;
  step: SpeakerStep;
}

/** What a speaker does now: writes, is to be asked, waits on a person, has a decision carried out, or is done. */
export type SpeakerStep =
  | { kind: 'ask' }
  | { kind: 'reply' }
  | { kind: 'task'; task: HumanTask }
  | { kind: 'settle'; task: HumanTask; resolution: Resolution }
  | { kind: 'done'; messages: MessageFacts[] };

export interface Outcome {
  state: 'finished' | 'stopped' | 'cancelled';
  /** AutoGen's words where it has some. */
  stopReason: string;
}

/**
 * How many submission ids are remembered: a repeat comes from a retry within minutes, and a conversation gets no more
 * than a few posts in that time; the bound keeps the state small for ever.
 */
export const TAKEN_KEPT = 100;

/** A new conversation, after its task has been shown to the termination condition, as AutoGen does. */
export function initialConversation(plan: TeamPlan, task: readonly MessageFacts[]): ConversationState {
  const participants = plan.participants.map((participant) => participant.name);
  const lastSeq = task.at(-1)?.seq ?? -1;
  return checkTermination(plan, {
    pattern: initialPattern(plan.pattern, participants),
    termination: plan.termination === null ? null : initialTermination(plan.termination),
    turnsTaken: 0,
    nextSeq: lastSeq + 1,
    unchecked: [...task],
    active: [],
    paused: false,
    stop: null,
    taken: [],
    outcome: null,
  });
}
