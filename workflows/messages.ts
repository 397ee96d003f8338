import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AnswerReceipt, AnswerTask, PostMessage, PostReceipt } from './contracts/commands.ts';
import type { ImportProgress } from './contracts/ingestion.ts';
import type { ConversationState } from './domain/conversation/state.ts';

/**
 * A person's message, written into the transcript while the conversation runs. The participants read it on their next
 * turn. Refused with `conversation_over` once it has ended. A submission sent twice counts once.
 */
export const postMessageUpdate = defineUpdate<PostReceipt, [PostMessage]>('postMessage');

/**
 * A person's decision on an open task. Refused with `task_not_open` if the task is answered, expired or withdrawn,
 * and with `decision_not_allowed` if its kind does not have the decision, or it is no vote where several have to agree. A repeated submission counts once. Returns
 * when the decision is in the transcript.
 */
export const answerTaskUpdate = defineUpdate<AnswerReceipt, [AnswerTask]>('answerTask');

/** No further turn begins until it is resumed; the current turn is finished. */
export const pauseSignal = defineSignal('pause');

/** Turns begin again. */
export const resumeSignal = defineSignal('resume');

/**
 * Ends the conversation as soon as no model call is running: after the reply that is being written, or at once if it
 * waits for a person or is paused. (To abort the call as well, cancel the workflow.)
 */
export const stopSignal = defineSignal('stop');

/**
 * Fires the external conditions of the conversation's teams at their next check (AutoGen's ExternalTermination.set): the
 * rest of the condition's tree decides whether that ends the run. Without such a condition it does nothing.
 */
export const fireExternalSignal = defineSignal('fireExternal');

/**
 * Takes the conversation to the current build: it continues as new there as soon as no turn is running, at once if it waits
 * for a person or is paused. Its state, its open tasks and its deadlines go with it. Sent twice it moves once.
 */
export const moveSignal = defineSignal('move');

/**
 * There may be something that wakes the standing conversation: its row has been written, or the run that it waited for
 * has ended. It carries nothing, so that one too many does no harm.
 */
export const lookForWakeUpsSignal = defineSignal('lookForWakeUps');

/** The conversation's state. The rows in PostgreSQL follow it; this is the source of truth. */
export const conversationStateQuery = defineQuery<ConversationState>('conversationState');

/** How far an import is. Its rows in PostgreSQL say what came of each document. */
export const importProgressQuery = defineQuery<ImportProgress>('importProgress');
