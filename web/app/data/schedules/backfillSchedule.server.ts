import {
  BACKFILL_MAX_RUNS,
  type BackfillInput,
} from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { serverSpecSchema } from '../../../../workflows/contracts/schedules/storedSchedule.ts';
import { dueTimes, timesBetween } from '../../../../workflows/domain/schedules/serverTimes.ts';
import { isWakingOverlap } from '../../../../workflows/domain/schedules/waking.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';

/** Why a range can't be filled in. */
export type BackfillRefusal =
  /** The range has no time of the schedule as it is now. */
  | { outcome: 'no_times' }
  /** The range has more times than `most`. */
  | { outcome: 'too_many'; most: number }
  /** The range ends in the future. */
  | { outcome: 'not_past' }
  /** The policy is none for a schedule that wakes a conversation. */
  | { outcome: 'not_for_waking' }
  | { outcome: 'not_found' };

export type BackfillResult =
  | BackfillRefusal
  /** `times`: how many of the schedule's times are in the range; those that have run are left alone. */
  | { outcome: 'asked_for'; backfillId: string; times: number };

export type BackfillCount =
  | BackfillRefusal
  /** `starts`: how many of the times have no run yet, or one that was refused: so many are started. */
  | { outcome: 'counted'; times: number; starts: number };

/** How many runs a backfill would start as things are now. */
export async function countBackfill(
  { projectId }: ProjectScope,
  {
    scheduleId,
    range,
  }: { scheduleId: string; range: Pick<BackfillInput, 'from' | 'until'> & Partial<BackfillInput> },
): Promise<BackfillCount> {
  const { database } = services();
  const row = await database.schedule.findFirst({
    where: { id: scheduleId, projectId, deletedAt: null },
    select: { revision: true, teamId: true },
  });
  if (row === null) return { outcome: 'not_found' };
  if (row.teamId === null && range.overlap !== undefined && !isWakingOverlap(range.overlap)) {
    return { outcome: 'not_for_waking' };
  }
  const from = Date.parse(range.from);
  const until = Date.parse(range.until);
  if (until > Date.now()) return { outcome: 'not_past' };
  const { serverSpec } = await database.scheduleRevision.findUniqueOrThrow({
    where: { scheduleId_revision: { scheduleId, revision: row.revision }, projectId },
    select: { serverSpec: true },
  });
  const times = timesBetween(
    dueTimes(serverSpecSchema.parse(serverSpec)),
    Math.ceil(from / 1_000) - 1,
    Math.floor(until / 1_000),
    BACKFILL_MAX_RUNS + 1,
  );
  if (times.length === 0) return { outcome: 'no_times' };
  if (times.length > BACKFILL_MAX_RUNS) return { outcome: 'too_many', most: BACKFILL_MAX_RUNS };
  const run = await database.scheduledRun.count({
    where: {
      scheduleId,
      projectId,
      state: { not: 'refused' },
      nominalAt: { in: times.map((seconds) => new Date(seconds * 1_000)) },
    },
  });
  return { outcome: 'counted', times: times.length, starts: times.length - run };
}

/**
 * Fills in times that a schedule, as it is now, has in a range of the past. A time that has a run keeps it; one that was
 * refused is tried again. The same key again is the same backfill.
 */
export async function backfillSchedule(
  scope: ProjectScope,
  userId: string,
  { scheduleId, range, idempotencyKey }: { scheduleId: string; range: BackfillInput; idempotencyKey: string },
): Promise<BackfillResult> {
  const { database } = services();
  const { projectId } = scope;
  const counted = await countBackfill(scope, { scheduleId, range });
  if (counted.outcome !== 'counted') return counted;
  const { times } = counted;
  const from = Date.parse(range.from);
  const until = Date.parse(range.until);
  const where = { scheduleId, projectId, idempotencyKey };
  try {
    const { id } = await database.$transaction(async (transaction) => {
      const created = await transaction.scheduleBackfill.create({
        data: {
          ...where,
          rangeFrom: new Date(from),
          rangeUntil: new Date(until),
          overlap: range.overlap,
          createdBy: userId,
        },
        select: { id: true },
      });
      await recordAudit(transaction, scope, {
        userId,
        action: 'schedule.backfill',
        subjectType: 'schedule',
        subjectId: scheduleId,
        detail: { from: range.from, until: range.until, overlap: range.overlap },
      });
      return created;
    });
    return { outcome: 'asked_for', backfillId: id, times };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await database.scheduleBackfill.findFirstOrThrow({ where, select: { id: true } });
    return { outcome: 'asked_for', backfillId: first.id, times };
  }
}
