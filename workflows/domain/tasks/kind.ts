import type { MessageFacts } from '../message.ts';

/** The fields of every human task. */
export interface TaskBase {
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
  /** How many people have to approve; absent: one answer decides. */
  quorum?: number;
  /** Where it has a quorum: who has approved so far, and who has rejected it; one of each person. */
  votes?: Vote[];
}

/** What a person has decided on a task that more than one has to agree on. */
export interface Vote {
  userId: string;
  decision: string;
  submissionId: string;
  /** Unix milliseconds. */
  atMs: number;
}

/** A task of some kind, with what happens when its deadline passes. */
export interface AnyTask extends TaskBase {
  kind: string;
  onDeadline: string;
}

/** The text that goes with a decision; `may_be_empty`: it has to be given, and may be empty (AutoGen's people may say nothing). */
export type AnswerText = 'none' | 'optional' | 'may_be_empty' | 'required';

/** What is known of a task when its decisions are offered. */
export interface OfferedOn {
  /** Places, among the agent's tools, of those that failed. */
  failedTools: readonly number[];
  /** How many people have to approve; null: one answer decides. */
  quorum: number | null;
}

export interface DecisionRule {
  text: AnswerText;
  /** What it says where more than one have to agree; absent: it can't be decided there. */
  vote?: 'for' | 'against';
  /** Whether it is offered on this task; absent: always. */
  isOffered?(task: OfferedOn): boolean;
}

/** What a decision means for the turn that waits, or for the tool call. */
export type TaskEffect =
  /** The turn is over; with `stop` the conversation ends, and this is why. */
  | { then: 'end_turn'; stop?: string }
  /** The turn passes; a manager falls back on what it can do without an answer. */
  | { then: 'pass' }
  /** The step that failed is taken again; where it says so, without these of the agent's tools. */
  | { then: 'repeat'; leftOut?: readonly number[] }
  /** The speaker writes its message again, under a number of its own. */
  | { then: 'rewrite' }
  /** The call may be made; with `allRun` so may all of this tool in this run. */
  | { then: 'make_call'; allRun: boolean }
  /** The call is not made. */
  | { then: 'drop_call' }
  /** The call is over: what it gave was written down with the decision. */
  | { then: 'call_over' };

/** What was decided: by a person, or by the deadline. */
export type Decided<Task extends AnyTask, Decision extends string> =
  { by: 'person'; decision: Decision } | { by: 'deadline'; decision: Task['onDeadline'] };

/**
 * A kind of human task: pure functions of the state. A new kind is a file here and a line in registry.ts; the
 * compiler names the other registries that need a line.
 */
export interface HumanTaskKind<Task extends AnyTask, Decision extends string> {
  /** What a person may decide. */
  decisions: Record<Decision, DecisionRule>;
  /** What can happen if nobody decides in time. */
  deadlines: readonly Task['onDeadline'][];
  /** What the conversation is called while one is open; `sleeping`: it asks nobody, so it is in no inbox and no notice tells of it. */
  whileOpen: 'waiting' | 'parked' | 'sleeping';
  /** What was decided, carried out in the state. */
  effect(task: Task, decided: Decided<Task, Decision>): TaskEffect;
  /** The message that waits with the task, where one does: what was decided takes its place. */
  heldBack?(task: Task): MessageFacts;
}

/** The stop reason if nobody answered and the conversation may not continue without an answer. */
export const STOPPED_UNANSWERED = 'Stopped because nobody answered in time';

export const noText: DecisionRule = { text: 'none' };
