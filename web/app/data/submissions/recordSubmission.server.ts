import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type Deed, recordAudit } from '../audit/recordAudit.server.ts';
import { isSameRequest, requestDigest } from './requestDigest.server.ts';

export interface SubmissionToRecord {
  id: string;
  conversationId: string;
  text: string;
  /** What else it says: the decision of an answer; null: nothing. */
  decision: string | null;
  deed: Deed;
}

/**
 * Keeps what a person hands in before the workflow is told of it. "repeated" is a second click on the same form;
 * "differs" the same form with other words, or somebody else's id: what was handed in first stands.
 */
export async function recordSubmission(
  scope: ProjectScope,
  submission: SubmissionToRecord,
): Promise<'recorded' | 'repeated' | 'differs'> {
  const { database } = services();
  const { projectId } = scope;
  const { id, conversationId, text, decision, deed } = submission;
  const { userId } = deed;
  const requestSha256 = requestDigest([decision, text]);
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.submission.createMany({
      data: [{ id, projectId, conversationId, userId, text, requestSha256 }],
      skipDuplicates: true,
    });
    if (count === 1) {
      await recordAudit(transaction, scope, deed);
      return 'recorded';
    }
    const first = await transaction.submission.findFirst({
      where: { id, projectId, conversationId, userId },
    });
    if (first === null || first.text !== text) return 'differs';
    return isSameRequest(first.requestSha256, requestSha256) ? 'repeated' : 'differs';
  });
}
