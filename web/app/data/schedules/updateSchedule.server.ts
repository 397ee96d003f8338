import { lockSchedule } from '../../../../platform/rowLocks.ts';
import type { ScheduleInput } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { columnsOf, revisionColumnsOf } from './createSchedule.server.ts';
import { findTarget, type ScheduleRefusal, type TargetChoice } from './findTarget.server.ts';

export type UpdateScheduleResult =
  | ScheduleRefusal
  | { outcome: 'updated'; revision: number }
  /** Somebody has changed it since it was read: `revision` is the newest. */
  | { outcome: 'changed'; revision: number }
  /** The project has no such schedule, or it is deleted. */
  | { outcome: 'not_found' };

/**
 * Writes a schedule anew, as its next revision; a worker puts it into Temporal within a second or two. Earlier dates stay
 * those of earlier revisions. Also takes back what somebody did with Temporal's own tools.
 */
export async function updateSchedule(
  scope: ProjectScope,
  userId: string,
  {
    scheduleId,
    target: choice,
    schedule,
    revision: readRevision,
  }: { scheduleId: string; target: TargetChoice; schedule: ScheduleInput; revision: number },
): Promise<UpdateScheduleResult> {
  const { projectId } = scope;
  const found = await findTarget(scope, choice, schedule);
  if (found.outcome !== 'found') return found;
  return services().database.$transaction(async (transaction) => {
    const where = { id: scheduleId, projectId, deletedAt: null };
    if (!(await lockSchedule(transaction, { projectId, scheduleId }))) return { outcome: 'not_found' };
    const row = await transaction.schedule.findFirst({ where, select: { revision: true } });
    if (row === null) return { outcome: 'not_found' };
    if (row.revision !== readRevision) return { outcome: 'changed', revision: row.revision };
    const revision = row.revision + 1;
    const now = new Date();
    await transaction.schedule.updateMany({
      where,
      data: {
        ...columnsOf(found.target, schedule),
        revision,
        unappliedSince: now,
        updatedAt: now,
        endedAt: null,
      },
    });
    await transaction.scheduleRevision.create({
      data: { scheduleId, projectId, revision, createdBy: userId, ...revisionColumnsOf(schedule, now) },
    });
    await recordAudit(transaction, scope, {
      userId,
      action: 'schedule.update',
      subjectType: 'schedule',
      subjectId: scheduleId,
      detail: { revision },
    });
    return { outcome: 'updated', revision };
  });
}
