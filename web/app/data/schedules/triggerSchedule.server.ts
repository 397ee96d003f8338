import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';

/** Another run may stand at the same second: the next free one is taken, of so many. */
const SECONDS_TRIED = 30;

/**
 * Asks for a run now, whatever is going and also while the schedule is paused; its limits of a day hold. The same key again
 * is the same run. Null: the project has no such schedule, or it is deleted, here or in Temporal.
 */
export async function triggerSchedule(
  scope: ProjectScope,
  userId: string,
  { scheduleId, idempotencyKey }: { scheduleId: string; idempotencyKey: string },
): Promise<{ runId: string; nominalAt: Date } | null> {
  const { database } = services();
  const { projectId } = scope;
  const row = await database.schedule.findFirst({
    where: {
      id: scheduleId,
      projectId,
      deletedAt: null,
      OR: [{ outsideChange: null }, { outsideChange: { not: 'deleted' } }],
    },
    select: { revision: true },
  });
  if (row === null) return null;
  const select = { id: true, nominalAt: true };
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  for (let second = 0; second < SECONDS_TRIED; second += 1) {
    const first = await database.scheduledRun.findFirst({
      where: { scheduleId, projectId, idempotencyKey },
      select,
    });
    if (first !== null) return { runId: first.id, nominalAt: first.nominalAt };
    try {
      const run = await database.$transaction(async (transaction) => {
        const created = await transaction.scheduledRun.create({
          data: {
            projectId,
            scheduleId,
            nominalAt: new Date(now + second * 1_000),
            kind: 'manual',
            state: 'requested',
            revision: row.revision,
            idempotencyKey,
            createdBy: userId,
          },
          select,
        });
        await recordAudit(transaction, scope, {
          userId,
          action: 'schedule.trigger',
          subjectType: 'schedule',
          subjectId: scheduleId,
          detail: { runId: created.id },
        });
        return created;
      });
      return { runId: run.id, nominalAt: run.nominalAt };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new Error('no second was free for a run by hand');
}
