import { assertNever } from '../../../../workflows/domain/json.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';

/**
 * What a person does to a schedule as a whole. `restore` puts one that was deleted with Temporal's own tools back there.
 * Runs that are going are not touched by any of them.
 */
export type ScheduleSteering =
  | { kind: 'pause'; note: string }
  | { kind: 'resume'; note: string }
  | { kind: 'restore' }
  | { kind: 'delete' };

/** Does it in the rows; a worker does it in Temporal within a second or two. Doing it twice is no error. */
export async function steerSchedule(
  scope: ProjectScope,
  userId: string,
  scheduleId: string,
  steering: ScheduleSteering,
): Promise<'done' | 'not_found'> {
  const now = new Date();
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const changed = await transaction.schedule.updateMany({
      where: { id: scheduleId, projectId, deletedAt: null },
      data: { ...changeOf(steering, now), unappliedSince: now, updatedAt: now },
    });
    if (changed.count === 0) return 'not_found';
    await recordAudit(transaction, scope, {
      userId,
      action: `schedule.${steering.kind}`,
      subjectType: 'schedule',
      subjectId: scheduleId,
    });
    return 'done';
  });
}

function changeOf(steering: ScheduleSteering, now: Date) {
  switch (steering.kind) {
    case 'pause':
      return { pausedAt: now, pauseNote: steering.note };
    case 'resume':
      return { pausedAt: null, pauseNote: steering.note };
    case 'restore':
      return {};
    case 'delete':
      return { deletedAt: now };
    default:
      return assertNever(steering);
  }
}
