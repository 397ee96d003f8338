// The values of state columns in stored records: each list once, for all code. The database enforces the same lists
// (prisma/recordStates.db.test.ts compares them).

/** The states of a conversation that goes on; a standing one also sleeps between two runs (isAtRest). */
export const ongoingStates = ['starting', 'running', 'waiting', 'parked', 'paused', 'sleeping'] as const;

/** How a conversation, or one of its runs, ends. */
export const endStates = ['finished', 'stopped', 'cancelled', 'failed'] as const;

/** All states of a conversation. */
export const conversationStates = [...ongoingStates, ...endStates] as const;

export type EndState = (typeof endStates)[number];
export type ConversationStateName = (typeof conversationStates)[number];

/** Whether a conversation in this state has come to its end. */
export function isOver(state: ConversationStateName): state is EndState {
  return (endStates as readonly string[]).includes(state);
}

/** Whether no run of a conversation is going: its newest one has ended, for good or until something wakes it. */
export function isAtRest({ endedAt }: { endedAt: Date | string | null }): boolean {
  return endedAt !== null;
}

/** What can wake a standing conversation. (What an agent waits for by itself wakes it within a run.) */
export const wakeUpSources = ['message', 'by_hand', 'webhook', 'schedule', 'conversation'] as const;
export type WakeUpSource = (typeof wakeUpSources)[number];

/** Whether a wake-up waits for the conversation to take it; dropped: the conversation was no longer standing. */
export const wakeUpStates = ['waiting', 'taken', 'dropped'] as const;
export type WakeUpState = (typeof wakeUpStates)[number];

/** Whether a human task waits, or how it was closed. */
export const taskStates = ['open', 'answered', 'expired', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/**
 * Whether a message is part of the transcript: a draft waits for its review, a rejected one was sent back, a
 * discarded one was never decided.
 */
export const messageStatuses = ['final', 'draft', 'rejected', 'discarded'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** The result of a request to a model; unknown: it may have been paid for. */
export const modelCallStates = ['open', 'completed', 'failed', 'cancelled', 'unknown'] as const;
export type ModelCallState = (typeof modelCallStates)[number];

/** What texts are embedded for: a document that is brought in, or a question about what was: an agent's, or a person's. */
export const embeddingPurposes = ['ingest', 'look_up', 'search'] as const;
export type EmbeddingPurpose = (typeof embeddingPurposes)[number];

/** Whether a person's search in documents has been answered. */
export const knowledgeSearchStates = ['open', 'answered', 'failed'] as const;

/** The result of a tool call; unknown: it may have been carried out. */
export const toolCallStates = ['proposed', 'running', 'completed', 'failed', 'rejected', 'unknown'] as const;
export type ToolCallState = (typeof toolCallStates)[number];

/** The purposes for which a model is asked. */
export const callPurposes = [
  'reply',
  'reflection',
  'society',
  'summary',
  'select',
  'facts',
  'plan',
  'facts_update',
  'plan_update',
  'progress',
  'final_answer',
  'memory',
] as const;
export type CallPurpose = (typeof callPurposes)[number];

/** A stored text as a value of its list. Throws if it is not in the list; the database allows no other values. */
export function oneOf<const Value extends string>(values: readonly Value[], stored: string): Value {
  const value = values.find((each) => each === stored);
  if (value === undefined) throw new Error(`"${stored}" is not one of ${values.join(', ')}`);
  return value;
}
