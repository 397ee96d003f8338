import type { MessageFacts } from './message.ts';
import type { InputDeadline, ReviewDeadline } from './team.ts';

/** Why a conversation waits on a person. */
export type TaskKind = HumanTask['kind'];

interface TaskBase {
  /** Given out by the workflow; the row of the inbox has the same. */
  id: string;
  /** Which team's turn waits: the conversation's own where it is not said. */
  scope?: string;
  /** The participant whose turn waits. */
  speaker: string;
  turn: number;
  /** The message that the task is about, or that its answer will become. */
  seq: number;
  /** Unix milliseconds. */
  deadlineAtMs: number;
}

/** An agent's draft waits to be read; `draft` is what the workflow knows of it. */
export interface ReviewTask extends TaskBase {
  kind: 'review_message';
  onDeadline: ReviewDeadline;
  draft: MessageFacts;
}

/** It is a person's turn. */
export interface InputTask extends TaskBase {
  kind: 'give_input';
  onDeadline: InputDeadline;
}

/** A turn failed in a way that retrying can't mend. */
export interface ErrorTask extends TaskBase {
  kind: 'resolve_error';
  onDeadline: 'stop';
  failure: TurnFailure;
}

/** A tool call waits to be allowed. */
export interface ToolApprovalTask extends TaskBase {
  kind: 'approve_tool_call';
  onDeadline: 'reject';
  /** Its place in the round of calls whose request stands at `seq`. */
  index: number;
  tool: string;
  reason: ToolApprovalReason;
}

/** Why a person is asked: the team's policy wants it, or nobody knows whether an earlier attempt was carried out. */
export type ToolApprovalReason = 'policy' | 'outcome_unknown';

export type HumanTask = ReviewTask | InputTask | ErrorTask | ToolApprovalTask;

/** What went wrong in a turn: a failure type of the closed list and a sentence for a person. */
export interface TurnFailure {
  type: string;
  message: string;
  /** Absent where an earlier version wrote it. */
  details?: FailureDetails;
}

/** What is known of a failure (contracts/failureDetails.ts says what each part means). */
export interface FailureDetails {
  address?: string;
  words?: string;
  status?: number;
  retryAfterMs?: number;
  requests?: { made: number; atMost: number };
  tools?: number[];
}

/** What a person may decide, by the kind of the task. */
export const decisionsOf = {
  review_message: ['approve', 'edit', 'reject'],
  give_input: ['reply'],
  resolve_error: ['retry', 'without_tools', 'skip', 'stop'],
  approve_tool_call: ['approve', 'approve_for_run', 'edit', 'reject'],
} as const satisfies Record<TaskKind, readonly string[]>;

export const taskKinds = Object.keys(decisionsOf) as TaskKind[];

export type PersonDecision = (typeof decisionsOf)[TaskKind][number];

/** How a task was closed, and by whom. */
export type Resolution =
  | { by: 'person'; decision: PersonDecision; submissionId: string; userId: string }
  | { by: 'deadline'; decision: ReviewDeadline | InputDeadline | 'reject' };

/** A failed turn waits a week for somebody; then the conversation stops, with all that it has said kept. */
export const RESOLVE_ERROR_DEADLINE_SECONDS = 7 * 24 * 60 * 60;

/** The decisions that are offered on a task; `tools`: those that failed, without which it could go on. */
export function offeredDecisions(kind: TaskKind, tools: readonly number[]): PersonDecision[] {
  return decisionsOf[kind].filter((decision) => decision !== 'without_tools' || tools.length > 0);
}

/** Whether a decision may be taken on a task of this kind. */
export function allowsDecision(kind: TaskKind, decision: string): boolean {
  return (decisionsOf[kind] as readonly string[]).includes(decision);
}
