import type { ProjectScope } from '../auth/projectScope.server.ts';
import { services } from '../services.server.ts';
import { recordAudit, type Deed } from './recordAudit.server.ts';

export interface SubmissionToRecord {
  id: string;
  conversationId: string;
  text: string;
  deed: Deed;
}

/**
 * Keeps what a person hands in before the workflow is told of it. "repeated" is a second click on the same form;
 * "differs" the same form with other words, or somebody else's id: what was handed in first stands.
 */
export async function recordSubmission(
  scope: ProjectScope,
  { id, conversationId, text, deed }: SubmissionToRecord,
): Promise<'recorded' | 'repeated' | 'differs'> {
  const { database } = services();
  const { projectId } = scope;
  const { userId } = deed;
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.submission.createMany({
      data: [{ id, projectId, conversationId, userId, text }],
      skipDuplicates: true,
    });
    if (count === 1) {
      await recordAudit(transaction, scope, deed);
      return 'recorded';
    }
    const first = await transaction.submission.findFirst({
      where: { id, projectId, conversationId, userId },
    });
    return first?.text === text ? 'repeated' : 'differs';
  });
}
