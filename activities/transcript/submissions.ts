import { ApplicationFailure } from '@temporalio/common';
import type { Database, Transaction } from '../../platform/database.ts';

/** The text that a person handed in. Fails with `conversation_missing` where its row is gone. */
export async function readSubmission(
  database: Database | Transaction,
  submission: { projectId: string; conversationId: string; submissionId: string },
): Promise<string> {
  const { projectId, conversationId, submissionId } = submission;
  const row = await database.submission.findFirst({
    where: { id: submissionId, projectId, conversationId },
    select: { text: true },
  });
  if (row === null)
    throw ApplicationFailure.nonRetryable('The submission no longer exists', 'conversation_missing');
  return row.text;
}
