import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/**
 * Changes what a run that has ended leaves for the next one; '' leaves nothing. Runs that have begun keep what they were
 * told. False: the project has no such run, or it has not ended.
 */
export async function editCarriedOut(
  scope: ProjectScope,
  userId: string,
  { scheduleId, runId, text }: { scheduleId: string; runId: string; text: string },
): Promise<boolean> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const changed = await transaction.scheduledRun.updateMany({
      where: { id: runId, scheduleId, projectId, endedAt: { not: null } },
      data: { carriedOut: text, carriedOutBy: userId },
    });
    if (changed.count === 0) return false;
    await recordAudit(transaction, scope, {
      userId,
      action: 'schedule.edit_carried',
      subjectType: 'schedule',
      subjectId: scheduleId,
      detail: { runId },
    });
    return true;
  });
}
