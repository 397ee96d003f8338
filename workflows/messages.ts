import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AnswerReceipt, AnswerTask, PostMessage, PostReceipt } from './contracts/commands.ts';
import type { ConversationState } from './domain/conversation/state.ts';

/**
 * A person's message, written into the transcript while the conversation runs. The participants read it on their next
 * turn. Refused with `conversation_over` once it has ended. A submission sent twice counts once.
 */
export const postMessageUpdate = defineUpdate<PostReceipt, [PostMessage]>('postMessage');

/**
 * A person's decision on an open task. Refused with `task_not_open` where the task is answered, expired or withdrawn,
 * and with `decision_not_allowed` where its kind does not know the decision. A submission sent twice counts once.
 * Returns once the decision stands in the transcript.
 */
export const answerTaskUpdate = defineUpdate<AnswerReceipt, [AnswerTask]>('answerTask');

/** No further turn begins until it is resumed; the turn under way goes on to its end. */
export const pauseSignal = defineSignal('pause');

/** Turns begin again. */
export const resumeSignal = defineSignal('resume');

/**
 * Ends the conversation as soon as no model call is under way: after the reply that is being written, at once where it
 * waits on a person or is paused. (To abort the call as well, cancel the workflow.)
 */
export const stopSignal = defineSignal('stop');

/**
 * Fires the external conditions of the conversation's teams at their next check (AutoGen's ExternalTermination.set): the
 * rest of the condition's tree decides whether that ends the run. Without such a condition it does nothing.
 */
export const fireExternalSignal = defineSignal('fireExternal');

/** Where the conversation stands. The rows in PostgreSQL follow it; this is the truth. */
export const conversationStateQuery = defineQuery<ConversationState>('conversationState');
