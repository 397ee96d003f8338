import { type PersonDecision, personDecisions } from '../domain/tasks/registry.ts';
import { flatObject, oneOf, someText, uuid } from './flatObject.ts';

/**
 * A person's message to a running conversation. Its text is in the row of the submission, which is written first:
 * only the id travels through Temporal.
 */
export interface PostMessage {
  submissionId: string;
  userId: string;
}

export const postMessageSchema = flatObject<PostMessage>({ submissionId: uuid, userId: someText });

/** The post is in the transcript. */
export interface PostReceipt {
  submissionId: string;
}

/** A person's decision on an open task. The text of an edit, a rejection or a reply is in the submission's row. */
export interface AnswerTask {
  taskId: string;
  decision: PersonDecision;
  submissionId: string;
  userId: string;
}

export const answerTaskSchema = flatObject<AnswerTask>({
  taskId: uuid,
  decision: oneOf(...personDecisions),
  submissionId: uuid,
  userId: someText,
});

/** The answer has been carried out, or, where others still have to agree, recorded: the transcript and the inbox show it. */
export interface AnswerReceipt {
  taskId: string;
}
