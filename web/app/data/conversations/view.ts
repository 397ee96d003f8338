import type { ConversationStateName, EndState } from '../../../../workflows/domain/recordStates.ts';
import type { WakeUpSource } from '../../../../workflows/domain/recordStates.ts';

/**
 * Conversations as the pages and event streams present them: plain JSON, the same from a loader and from an event.
 * Times are ISO strings; revisions and micro-dollars are numbers (both stay far below 2^53). Their parts are described
 * beside what reads them: messages, tasks, calls, and the work of a run.
 */

/** A conversation without its messages and tasks. */
export interface ConversationHead {
  id: string;
  revision: number;
  title: string;
  state: ConversationStateName;
  stopReason: string | null;
  /** The current run, from 0. */
  run: number;
  turnCount: number;
  messageCount: number;
  promptTokens: number;
  completionTokens: number;
  costMicroUsd: number;
  unpricedCalls: number;
  unknownCalls: number;
  createdAt: string;
  /** When the newest run ended; null while one is going. */
  endedAt: string | null;
  /** Whether it sleeps when a run has ended, until something wakes it. */
  standing: boolean;
  /** The standing conversation that each end of a run of it wakes. */
  wakes: { id: string; title: string } | null;
  /** How many wake-ups wait until its run has ended. */
  waitingWakeUps: number;
}

/** One run of a conversation: how it began and how it ended. */
export interface RunView {
  /** From 0. */
  run: number;
  /** Whether it began with a task; a run without one continues where the previous run stopped. */
  hasTask: boolean;
  /** Null if it is still running, or if its outcome is unknown. */
  state: EndState | null;
  stopReason: string | null;
  revision: number;
  startedAt: string;
  endedAt: string | null;
  /** What woke the standing conversation for it; empty: a person gave it its task. */
  wokenBy: readonly WokenByView[];
}

/** One of the wake-ups that a run took. */
export interface WokenByView {
  source: WakeUpSource;
  sourceId: string | null;
  /** Of the webhook, schedule, conversation or person. */
  name: string | null;
  at: string;
}
