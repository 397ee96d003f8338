import type { OngoingState } from '../domain/conversation/describe.ts';
import type { ReplyResult } from '../domain/conversation/event.ts';
import type { AfterResults, ConversationState, Outcome, ReplyPurpose } from '../domain/conversation/state.ts';
import type { MessageFacts } from '../domain/message.ts';
import type { ManagerResult, ManagerWork } from '../domain/patterns/registry.ts';
import type { HumanTask, Resolution } from '../domain/tasks/registry.ts';
import type { TurnFailure } from '../domain/turnFailure.ts';

/** Which conversation an activity works for. */
export interface ConversationRef {
  projectId: string;
  conversationId: string;
  teamVersionId: string;
  /** Which run of it, from 0. */
  run: number;
}

/** Where in a conversation an activity writes. */
export interface Place extends ConversationRef {
  /** Which team's transcript: "" the conversation's own (domain/conversation/scope.ts). */
  scope: string;
  turn: number;
  /** The place of the first message that it writes. */
  seq: number;
  speaker: string;
  /** The speaker has read the others' messages with a lower seq. */
  readBefore: number;
  /** The first sequence number that the workflow had not given out when it asked. */
  nextSeq: number;
}

export interface GenerateReplyInput extends Place {
  purpose: ReplyPurpose;
  /** How many rounds of tool calls (or of code) came before in this turn. */
  iteration: number;
  /** Stored with the turn, so that a fork can begin from here. */
  stateBefore: ConversationState;
  /** Whether the message waits for a person before the others see it. */
  reviewed: boolean;
  /** Places, among the agent's tools, of those that a person has left out of this turn. */
  leftOut?: number[];
}

/** The place is that of the reply that the look-up is for. */
export type LookUpKnowledgeInput = Place;

/** A few facts of a look-up; what was found stands with the turn. */
export interface LookUpKnowledgeResult {
  passages: number;
}

export interface CallToolInput extends Place {
  /** The call: its request is at `seq`, this is its index there. */
  index: number;
  tool: string;
  /** Whether it may be made although an earlier attempt may have been carried out. */
  mayRepeat: boolean;
  /** As GenerateReplyInput has it. */
  leftOut?: number[];
}

export interface RecordToolResultsInput extends Place {
  /** The request whose calls are done. */
  requestSeq: number;
  then: AfterResults;
}

export interface RunCodeInput extends Place {
  attempt: number;
}

/** The result of running code: whether its author is asked to fix it, to put it into words, or is done. */
export interface RunCodeResult {
  messages: MessageFacts[];
  then: 'done' | 'again' | 'reply';
}

/** The run that begins. */
export type RecallMemoryInput = ConversationRef;

/** A few facts of what is remembered; the entries stand with the run. */
export interface RecallMemoryResult {
  entries: number;
}

/** The run that has ended. */
export interface WriteMemoryInput extends ConversationRef {
  /** The turn that would have been the next. */
  turn: number;
  /** The first sequence number that the run has not given out. */
  nextSeq: number;
}

export interface RecordMemoryFailureInput extends ConversationRef {
  failure: TurnFailure;
}

export interface OpenInnerInput extends Place {
  innerScope: string;
  /** The tool call whose argument is the task; null: the task is everything that the participant has not read yet. */
  call: { requestSeq: number; index: number } | null;
}

export interface CloseInnerInput extends Place {
  innerScope: string;
  index: number;
}

export interface ManageInput extends Place {
  work: ManagerWork;
  stateBefore: ConversationState;
}

export interface ManageResult {
  messages: MessageFacts[];
  /** The cost of the answers, as far as their price is known. */
  costMicroUsd: number;
  result: ManagerResult;
}

export interface AnnounceInput extends Place {
  speakers: string[];
}

export interface OpenTaskInput extends ConversationRef {
  task: HumanTask;
  stateBefore: ConversationState;
}

/** What the workflow does not know of a task before its row is there. */
export interface OpenedTask {
  /** Unix milliseconds. */
  deadlineAtMs: number;
}

export interface RecordVotesInput extends ConversationRef {
  /** The task with its votes. */
  task: HumanTask;
}

export interface SettleTaskInput extends ConversationRef {
  task: HumanTask;
  resolution: Resolution;
  /** Of the speaker whose turn waits. */
  readBefore: number;
}

export interface RecordPostInput extends ConversationRef {
  submissionId: string;
  userId: string;
  turn: number;
  seq: number;
}

export interface RecordStateInput extends ConversationRef {
  state: OngoingState;
}

export interface FinishConversationInput extends ConversationRef {
  outcome: Outcome;
  finalState: ConversationState;
}

/** Undefined in histories of versions that knew no sleep. */
export type FinishConversationResult =
  | {
      /** Whether it is a standing conversation, which goes on when something wakes it. */
      sleeps: boolean;
      /** The standing conversation that its end wakes. */
      wakes?: string;
    }
  | undefined;

/**
 * The activities of a conversation. Each may run twice and does not show it: what it writes is keyed by the workflow
 * run and the activity's id, which are the same over all attempts.
 */
export interface ConversationActivities {
  /**
   * Asks an agent's model: reads the transcript as the agent sees it, calls the model, stores its message and the
   * tool calls that it requests. An attempt that finds its own message stored returns its facts and calls no model.
   * Fails with a type of contracts/failures.ts; `model_*` says what the provider did. `tool_unreachable` and
   * `tool_misconfigured` name the tools in their details: a person may continue without these.
   */
  generateReply(input: GenerateReplyInput): Promise<ReplyResult>;
  /**
   * Looks up what an agent knows from documents before it answers, and keeps it with the turn: `generateReply` shows it to the model.
   * An attempt that finds its own look-up stored, or a run that has looked up the same question at the same place, looks up
   * nothing. Fails with `knowledge_*`, or with `model_*` where the question could not be embedded.
   */
  lookUpKnowledge(input: LookUpKnowledgeInput): Promise<LookUpKnowledgeResult>;
  /**
   * Carries one tool call out and stores its result, also where the tool says that it failed. Fails with
   * `tool_outcome_unknown` where an earlier attempt may have called the tool and it may not be called again, with
   * `tool_unavailable` or `tool_misconfigured` where it could not be called.
   */
  callTool(input: CallToolInput): Promise<void>;
  /** Writes a round's results into the transcript, and the message that they are where they end the turn. */
  recordToolResults(input: RecordToolResultsInput): Promise<MessageFacts[]>;
  /** Runs the code that a code executor received or wrote, and stores the result. */
  runCode(input: RunCodeInput): Promise<RunCodeResult>;
  /**
   * Reads what the team remembers when a run begins, and keeps it with the run: `generateReply` shows it to the agents that have it. An
   * attempt that finds its own kept reads nothing.
   */
  recallMemory(input: RecallMemoryInput): Promise<RecallMemoryResult>;
  /**
   * Asks a model what of a run that has ended is to be remembered, and makes those of its changes that quote a message of the run. An
   * answer that can't be read changes nothing and is said so. Fails with `model_*`.
   */
  writeMemory(input: WriteMemoryInput): Promise<void>;
  /** Keeps with the run why nothing of it was remembered. */
  recordMemoryFailure(input: RecordMemoryFailureInput): Promise<void>;
  /** Gives an inner team its task. Returns the facts of the task's messages. */
  openInner(input: OpenInnerInput): Promise<MessageFacts[]>;
  /** Makes what an inner team has said the result of the tool call that it is. */
  closeInner(input: CloseInnerInput): Promise<void>;
  /** Asks a manager's model, and writes down what it tells the team. */
  manage(input: ManageInput): Promise<ManageResult>;
  /** Writes the event that says who was selected. */
  announce(input: AnnounceInput): Promise<MessageFacts>;
  /**
   * Puts a task into the inbox and the conversation into its waiting state. Returns until when it waits where that is counted in
   * working hours, else null: the task's own deadline counts. A task that was open before keeps the moments that it has.
   */
  openTask(input: OpenTaskInput): Promise<OpenedTask | null>;
  /**
   * Writes the votes on an open task into its row: the inbox shows them, and those who have voted are not reminded. Does nothing once
   * the task is closed.
   */
  recordVotes(input: RecordVotesInput): Promise<void>;
  /**
   * Carries out a decision in the transcript and closes the task's row, in one transaction. Returns the resulting
   * message (an approved or edited draft, a person's reply), or null.
   */
  settleTask(input: SettleTaskInput): Promise<MessageFacts | null>;
  /** Gives a person's post its place in the transcript. */
  recordPost(input: RecordPostInput): Promise<MessageFacts>;
  /** Keeps the row's state in step with the workflow's. */
  recordState(input: RecordStateInput): Promise<void>;
  /** Closes the row: outcome, final state, open tasks withdrawn, undecided drafts discarded. A standing one falls asleep; one that it wakes has its wake-up. */
  finishConversation(input: FinishConversationInput): Promise<FinishConversationResult>;
}
