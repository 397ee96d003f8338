// What the columns of stored records hold that say how something stands: each list once, for every room. The database
// holds to the same lists (prisma/recordStates.db.test.ts compares them).

/** How a conversation stands while it goes on. */
export const ongoingStates = ['starting', 'running', 'waiting', 'parked', 'paused'] as const;

/** How a conversation, or one of its runs, ends. */
export const endStates = ['finished', 'stopped', 'cancelled', 'failed'] as const;

/** How a conversation can stand. */
export const conversationStates = [...ongoingStates, ...endStates] as const;

export type EndState = (typeof endStates)[number];
export type ConversationStateName = (typeof conversationStates)[number];

/** Whether a conversation in this state has come to its end. */
export function isOver(state: ConversationStateName): state is EndState {
  return (endStates as readonly string[]).includes(state);
}

/** Whether a human task waits, or how it was closed. */
export const taskStates = ['open', 'answered', 'expired', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/** Whether a message is part of the transcript: a draft waits for its review, or was sent back, or nobody decided. */
export const messageStatuses = ['final', 'draft', 'rejected', 'discarded'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** What came of a request to a model; unknown: it may have been paid for, and nobody knows. */
export const modelCallStates = ['open', 'completed', 'failed', 'cancelled', 'unknown'] as const;
export type ModelCallState = (typeof modelCallStates)[number];

/** What came of a tool call; unknown: it may have been carried out, and nobody knows. */
export const toolCallStates = ['proposed', 'running', 'completed', 'failed', 'rejected', 'unknown'] as const;
export type ToolCallState = (typeof toolCallStates)[number];

/** What a model is asked for. */
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
] as const;
export type CallPurpose = (typeof callPurposes)[number];

/** A stored text as what its list says it is. Fails where it is none of it: the database lets nothing else in. */
export function oneOf<const Value extends string>(values: readonly Value[], stored: string): Value {
  const value = values.find((each) => each === stored);
  if (value === undefined) throw new Error(`"${stored}" is none of ${values.join(', ')}`);
  return value;
}
