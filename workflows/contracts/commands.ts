import { z } from 'zod';

/**
 * A person's message into a running conversation. Its text stands in the row of the submission, which is written first:
 * the id is all that travels through Temporal.
 */
export const postMessageSchema = z.object({
  submissionId: z.uuid(),
  userId: z.string().min(1),
});

export type PostMessage = z.infer<typeof postMessageSchema>;

/** The post stands in the transcript. */
export interface PostReceipt {
  submissionId: string;
}

/** A person's decision on an open task. The text of an edit, a rejection or a reply stands in the submission's row. */
export const answerTaskSchema = z.object({
  taskId: z.uuid(),
  decision: z.enum(['approve', 'approve_for_run', 'edit', 'reject', 'reply', 'retry', 'skip', 'stop']),
  submissionId: z.uuid(),
  userId: z.string().min(1),
});

export type AnswerTask = z.infer<typeof answerTaskSchema>;

/** The answer has been carried out: the transcript and the inbox show it. */
export interface AnswerReceipt {
  taskId: string;
}
