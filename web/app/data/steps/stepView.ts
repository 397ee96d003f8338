import type { MessageType } from '../../../../workflows/domain/message.ts';
import type { PatternState } from '../../../../workflows/domain/patterns/registry.ts';
import type { TaskState, ToolCallState } from '../../../../workflows/domain/recordStates.ts';
import type { TaskKind } from '../../../../workflows/domain/tasks/registry.ts';
import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import type { ConditionProgress } from '../../../../workflows/domain/terminations/progress.ts';

/** A conversation as it was after one of its turns. */
export interface StepView {
  conversationId: string;
  title: string;
  /** The turn, from 1. */
  turn: number;
  /** How many turns there are. */
  turns: number;
  /** The conversation's run, from 0; null: no state of this turn can be read. */
  run: number | null;
  /** Who spoke in it, by the team that they belong to ("" is the conversation's own). */
  speakers: { name: string; scope: string }[];
  startedAt: string;
  /** When the turn after it began, or the conversation ended; null: it is under way. */
  endedAt: string | null;
  /**
   * When the state below is from: after the turn; before it, where the one after it is not kept (the last turn of an
   * earlier run, or one under way); null: it can't be read by this version.
   */
  stateFrom: 'after' | 'before' | null;
  pattern: PatternState | null;
  /** Of the conversation's own team, in its order. */
  participants: string[];
  termination: { condition: TerminationCondition; progress: ConditionProgress } | null;
  turnsTaken: { taken: number; limit: number | null } | null;
  messages: StepMessage[];
  /** How many messages the transcript had by then. */
  messageCount: number;
  /** What a reset has replaced in this turn. */
  replaced: StepMessage[];
  /** The turns in which a reset has replaced messages. */
  replacedIn: number[];
  tasks: StepTask[];
  toolCalls: { agent: string; tool: string; state: ToolCallState }[];
  lookups: { speaker: string; question: string; passages: number }[];
  /** Up to the end of the turn. */
  totals: StepTotals;
}

export interface StepMessage {
  id: string;
  seq: number;
  turn: number;
  source: string;
  type: MessageType;
  /** Its beginning. */
  text: string;
  isCut: boolean;
  /** Whether it was said in this turn. */
  isNew: boolean;
}

/** Whether a message of this type is written as Markdown; calls of tools, their results and the output of code are not. */
export function isMarkdown(type: MessageType): boolean {
  return (
    type !== 'ToolCallRequestEvent' && type !== 'ToolCallExecutionEvent' && type !== 'CodeExecutionEvent'
  );
}

export interface StepTask {
  id: string;
  kind: TaskKind;
  speaker: string;
  turn: number;
  /** How it is today. */
  state: TaskState;
  /** Whether it was open at the end of the turn. */
  wasOpen: boolean;
}

export interface StepTotals {
  /** Of all requests, also of those that a reset has replaced. */
  costMicroUsd: number;
  promptTokens: number;
  completionTokens: number;
  calls: number;
  unpricedCalls: number;
  unknownCalls: number;
}
