import type { OngoingState } from '../domain/conversation/describe.ts';
import type { ConversationState, Outcome } from '../domain/conversation/state.ts';
import type { MessageFacts } from '../domain/message.ts';
import type { HumanTask, Resolution } from '../domain/task.ts';

/** Which conversation an activity works for. */
export interface ConversationRef {
  projectId: string;
  conversationId: string;
  teamVersionId: string;
}

export interface GenerateReplyInput extends ConversationRef {
  turn: number;
  seq: number;
  speaker: string;
  /** Stored with the turn, so that a fork can begin from here. */
  stateBefore: ConversationState;
  /** Whether the message waits for a person before the others see it. */
  reviewed: boolean;
}

export interface OpenTaskInput extends ConversationRef {
  task: HumanTask;
  stateBefore: ConversationState;
}

export interface SettleTaskInput extends ConversationRef {
  task: HumanTask;
  resolution: Resolution;
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

/**
 * The activities of a conversation. Each may run twice and does not show it: what it writes is keyed by the workflow
 * run and the activity's id, which are the same over all attempts.
 */
export interface ConversationActivities {
  /**
   * Takes an agent's turn: reads the transcript as the agent sees it, calls the model, stores the message.
   * An attempt that finds its own message stored returns its facts and calls no model.
   * Fails with a type of contracts/failures.ts; `model_*` says what the provider did.
   */
  generateReply(input: GenerateReplyInput): Promise<MessageFacts>;
  /** Puts a task into the inbox and the conversation into its waiting state. */
  openTask(input: OpenTaskInput): Promise<void>;
  /**
   * Carries a decision out in the transcript and closes the task's row, in one transaction. Returns the message that
   * came of it (an approved or edited draft, a person's reply), or null.
   */
  settleTask(input: SettleTaskInput): Promise<MessageFacts | null>;
  /** Gives a person's post its place in the transcript. */
  recordPost(input: RecordPostInput): Promise<MessageFacts>;
  /** Keeps the row's state in step with the workflow's. */
  recordState(input: RecordStateInput): Promise<void>;
  /** Closes the row: outcome, final state, open tasks withdrawn, undecided drafts discarded. */
  finishConversation(input: FinishConversationInput): Promise<void>;
}
