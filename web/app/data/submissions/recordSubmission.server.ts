import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { type AuditedAction, recordAudit } from '../audit/recordAudit.server.ts';
import { isSameRequest, requestDigest } from './requestDigest.server.ts';

export interface SubmissionToRecord {
  id: string;
  conversationId: string;
  text: string;
  /** For an answer, its decision; null otherwise. */
  decision: string | null;
  audited: AuditedAction;
}

/**
 * Stores a person's submission before the workflow hears of it. "repeated" is a second click on the same form.
 * "differs" is the same form with other content, or somebody else's id; the first submission stays.
 */
export async function recordSubmission(
  scope: ProjectScope,
  submission: SubmissionToRecord,
): Promise<'recorded' | 'repeated' | 'differs'> {
  const { database } = services();
  const { projectId } = scope;
  const { id, conversationId, text, decision, audited } = submission;
  const { userId } = audited;
  const requestSha256 = requestDigest([decision, text]);
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.submission.createMany({
      data: [{ id, projectId, conversationId, userId, text, requestSha256 }],
      skipDuplicates: true,
    });
    if (count === 1) {
      await recordAudit(transaction, scope, audited);
      return 'recorded';
    }
    const first = await transaction.submission.findFirst({
      where: { id, projectId, conversationId, userId },
    });
    if (first === null || first.text !== text) return 'differs';
    return isSameRequest(first.requestSha256, requestSha256) ? 'repeated' : 'differs';
  });
}
