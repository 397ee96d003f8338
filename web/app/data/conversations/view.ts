import type { FailureText } from '../../../../workflows/contracts/failureText.ts';
import type { AskedOfTask } from '../../../../workflows/contracts/tasks/registry.ts';
import type { MessageType } from '../../../../workflows/domain/message.ts';
import type {
  CallPurpose,
  ConversationStateName,
  EndState,
  MessageStatus,
  ModelCallState,
  TaskState,
  ToolCallState,
} from '../../../../workflows/domain/recordStates.ts';
import {
  type HumanTask,
  kindOf,
  type Resolution,
  type TaskKind,
} from '../../../../workflows/domain/tasks/registry.ts';
import type { Ending } from '../../../../workflows/domain/transcript/ending.ts';
import type { MemoryContent, MessageBody } from '../../../../workflows/domain/transcript/entry.ts';
import type { ApartText, Cuts } from '../../views/text/shownText.ts';

/**
 * What the pages and the event streams say of a conversation: plain JSON, the same from a loader and from an event.
 * Times are ISO strings, revisions and micro-dollars are numbers (both stay far below 2^53).
 */

/** How a conversation stands: all that changes about it but its messages and tasks. */
export interface ConversationHead {
  id: string;
  revision: number;
  title: string;
  state: ConversationStateName;
  stopReason: string | null;
  /** Which run it is, from 0. */
  run: number;
  turnCount: number;
  messageCount: number;
  promptTokens: number;
  completionTokens: number;
  costMicroUsd: number;
  unpricedCalls: number;
  unknownCalls: number;
  createdAt: string;
  endedAt: string | null;
}

/** One run of a conversation: how it began and how it ended. */
export interface RunView {
  /** From 0. */
  run: number;
  /** Whether it began with a task; one without goes on where the run before it stood. */
  hasTask: boolean;
  /** Null: it goes on, or how it ended is not known. */
  state: EndState | null;
  stopReason: string | null;
  revision: number;
  startedAt: string;
  endedAt: string | null;
}

type HandoffBody = Extract<MessageBody, { kind: 'handoff' }>;
type TaskBody = Extract<MessageBody, { kind: 'task' }>;

/** A MessageBody as it comes through a loader, which may make an absent field an undefined one. */
export type MessageBodyView =
  | Exclude<MessageBody, HandoffBody | TaskBody>
  | (Omit<HandoffBody, 'asked'> & { asked?: true | undefined })
  | { kind: 'task'; messages: Omit<TaskBody['messages'][number], 'body'>[] };

export interface MessageView {
  id: string;
  seq: number;
  /** The transcript is read in the order of (position, seq). */
  position: number;
  turn: number;
  run: number;
  /** Which team's transcript: "" the conversation's own, else the path of an inner one. */
  scope: string;
  type: MessageType;
  source: string;
  content: string;
  /** What its type has besides text. */
  body: MessageBodyView | null;
  thought: string | null;
  /** How the model's answer ended, where it did not simply end. */
  ending: Ending | null;
  memories: MemoryContent[][] | null;
  /** An outer team's message, given to an inner one as its task. */
  copied: boolean;
  /** Tokens of the model call that it came from. */
  usage: { promptTokens: number; completionTokens: number } | null;
  status: MessageStatus;
  draftContent: string | null;
  feedback: string | null;
  /** Who posted, answered or last edited it. */
  person: string | null;
  modelCallId: string | null;
  revision: number;
  createdAt: string;
  /** A reset run has replaced it: it is shown no longer. */
  superseded: boolean;
  /** Which of its texts are not whole. */
  cuts?: Cuts | undefined;
  /** Which of its texts do not travel within it. */
  apart?: Record<string, ApartText> | undefined;
}

/** A human task, with what its kind asks (contracts/tasks/); the fields of other kinds are null. */
export interface TaskView extends AskedOfTask {
  id: string;
  kind: TaskKind;
  state: TaskState;
  turn: number;
  seq: number;
  /** Which team's turn waits: "" the conversation's own. */
  scope: string;
  speaker: string;
  deadlineAt: string | null;
  onDeadline: HumanTask['onDeadline'];
  decision: Resolution['decision'] | null;
  answeredBy: string | null;
  revision: number;
  openedAt: string;
  closedAt: string | null;
  /** Which of its texts are not whole. */
  cuts?: Cuts | undefined;
}

/** The text under review, or its beginning. */
export interface TaskDraft {
  messageId: string;
  text: string;
  /** Bytes of the whole; null: it is all there. */
  wholeBytes: number | null;
}

/** A tool call: what a model proposed, what a person made of it, what was carried out, and what came of it. */
export interface ToolCallView {
  id: string;
  /** The ToolCallRequestEvent that it stands in; null: a reset run has replaced that. */
  messageId: string | null;
  seq: number;
  index: number;
  scope: string;
  agent: string;
  callId: string;
  tool: string;
  proposedArguments: string;
  /** Where a person made others of them. */
  approvedArguments: string | null;
  /** What the tool was given, where that is neither. */
  effectiveArguments: string | null;
  state: ToolCallState;
  attempts: number;
  result: string | null;
  isError: boolean | null;
  revision: number;
  startedAt: string | null;
  endedAt: string | null;
  /** Which of its texts are not whole. */
  cuts?: Cuts | undefined;
  /** Which of its texts do not travel within it. */
  apart?: Record<string, ApartText> | undefined;
}

/** One request to a model, as the ledger has it. */
export interface CallView {
  id: string;
  seq: number;
  scope: string;
  turn: number;
  agent: string;
  purpose: CallPurpose;
  /** Which request of its activity it is, from 0. */
  ordinal: number;
  attempt: number;
  model: string;
  state: ModelCallState;
  failureType: string | null;
  failureMessage: string | null;
  promptTokens: number | null;
  completionTokens: number | null;
  costMicroUsd: number | null;
  firstTokenMs: number | null;
  latencyMs: number | null;
  startedAt: string;
}

/** Whether a person is asked what is to become of a step that has failed for good. */
export function asksAboutStep({ kind, state }: Pick<TaskView, 'kind' | 'state'>): boolean {
  return kindOf({ kind }).whileOpen === 'parked' && state === 'open';
}

/** The text so far of a message that is being written. */
export interface LiveTextView {
  seq: number;
  source: string;
  attempt: number;
  /** Its beginning: as much as is shown while it arrives (LIVE_CHARACTERS). */
  text: string;
  /** How long it is so far, in characters of UTF-16, where that is longer. */
  length?: number | undefined;
}

/** A request that a model is answering. */
export interface OpenCallView {
  id: string;
  seq: number;
  scope: string;
  agent: string;
  purpose: CallPurpose;
  startedAt: string;
}

/** What the workflow engine has to say while a conversation goes on. */
export interface PendingWork {
  /** Whether the engine answered at all. */
  engine: 'reached' | 'unreachable' | 'unknown_workflow';
  /** Work has lain there for a while and no worker has taken it up. */
  noWorker: boolean;
  /** What can't be reached, with its address and the reason; null: the engine answered. */
  away: FailureText | null;
  activities: PendingActivity[];
}

export interface PendingActivity {
  id: string;
  type: string;
  /** scheduled: waits for a worker, or for its next attempt */
  state: 'scheduled' | 'started' | 'cancelling';
  attempt: number;
  maximumAttempts: number | null;
  lastFailure: FailureText | null;
  nextAttemptAt: string | null;
}

export const NO_PENDING_WORK: PendingWork = {
  engine: 'reached',
  noWorker: false,
  away: null,
  activities: [],
};
