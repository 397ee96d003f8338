import type { Database } from '../platform/database.ts';
import { type ScheduleSight, triggerSchedule } from '../platform/temporalSchedules.ts';
import { scheduledRunWorkflowId, temporalScheduleId } from '../workflows/contracts/names.ts';
import { overlapNames } from '../workflows/contracts/schedules/serverSchedule.ts';
import { datedRevisions } from '../workflows/contracts/schedules/storedSchedule.ts';
import { type DatedRevision, newestExpectedTimes } from '../workflows/domain/schedules/expectedTimes.ts';
import { type DueBeforeEdit, forgottenTimes } from '../workflows/domain/schedules/forgottenTimes.ts';
import { dueTimes, lastTimesBetween } from '../workflows/domain/schedules/serverTimes.ts';
import type { ReconcilerClients } from './reconciler.ts';
import type { ScheduleRow } from './scheduleRow.ts';
import { workflowStands } from './workflowStands.ts';

/** The server has begun what it begins by then. */
const SETTLED_MS = 1_500;
/** As many times as the server lets wait are looked at, the newest: of more than that it would have dropped the others. */
const MOST = 1_000;

/**
 * After an edit: has the server start those times of the revisions before that came due until the edit and that it does not
 * know of, as an update makes it forget times that it has not taken by then. They have their own ids, so that one which has
 * begun after all is not begun twice. False: it is too early to say.
 */
export async function repairTimes(
  clients: ReconcilerClients,
  row: ScheduleRow,
  sight: ScheduleSight,
): Promise<boolean> {
  const { database, temporal, logger } = clients;
  const { id: scheduleId, projectId, newest, repairFrom } = row;
  if (repairFrom === null) return true;
  const editedAt = newest.effectiveAt;
  // Null: the server did not take the edit, and so has forgotten nothing by it.
  if (editedAt !== null) {
    if (Date.now() < editedAt.getTime() + SETTLED_MS) return false;
    const due = await timesUntil(clients, row, { from: repairFrom, until: editedAt });
    // Those that the server left out by its policy are counted by it, and are no loss.
    const { info } = sight.description;
    const leftOut =
      info.numActionsSkippedOverlap -
      row.seenSkipped +
      (info.numActionsMissedCatchupWindow - row.seenMissed) +
      (sight.dropped - row.seenDropped) +
      sight.waiting;
    for (const nominalAt of forgottenTimes(due, leftOut)) {
      logger.warn({ scheduleId, nominalAt }, 'a time that an edit made the server forget is started');
      await triggerSchedule(temporal, temporalScheduleId(scheduleId), {
        nominalAt,
        overlap: overlapNames[newest.overlap],
      });
    }
  }
  await database.schedule.updateMany({
    where: { id: scheduleId, projectId, repairFrom },
    data: { repairFrom: null },
  });
  return true;
}

/** The times since a schedule was last seen in which it was not paused, the earliest first. */
async function timesUntil(
  { database, temporal }: ReconcilerClients,
  { id: scheduleId, projectId, seenTimes }: ScheduleRow,
  range: { from: Date; until: Date },
): Promise<DueBeforeEdit[]> {
  const ofSchedule = { scheduleId, projectId };
  const revisions = await revisionsOf(database, ofSchedule, range);
  const expected = newestExpectedTimes(revisions, {
    from: untakenFrom(revisions[0], seenTimes[0], range.from),
    until: range.until,
    most: MOST,
  }).filter(({ at, revision }) => at >= range.until.getTime() - revision.catchUpSeconds * 1_000);
  const [runs, pauses] = await Promise.all([
    database.scheduledRun.findMany({
      where: { ...ofSchedule, nominalAt: { in: expected.map(({ at }) => new Date(at)) } },
      select: { nominalAt: true },
    }),
    database.schedulePause.findMany({
      where: { ...ofSchedule, OR: [{ resumedAt: null }, { resumedAt: { gt: range.from } }] },
      select: { pausedAt: true, resumedAt: true },
    }),
  ]);
  const known = new Set(runs.map(({ nominalAt }) => nominalAt.getTime()));
  const isPaused = (at: Date) =>
    pauses.some(({ pausedAt, resumedAt }) => pausedAt <= at && (resumedAt === null || resumedAt > at));
  const found: DueBeforeEdit[] = [];
  for (const { at, revision } of expected) {
    const nominalAt = new Date(at);
    if (isPaused(nominalAt)) continue;
    const hasBegun =
      known.has(at) ||
      (await workflowStands(temporal, scheduledRunWorkflowId(scheduleId, nominalAt))) !== 'gone';
    found.push({ at: nominalAt, overlap: revision.overlap, hasBegun });
  }
  return found;
}

/** When the server had taken no time yet; `next`: its next one as it was seen, which may have been due already. */
function untakenFrom(revision: DatedRevision | undefined, next: Date | undefined, seenAt: Date): Date {
  if (revision === undefined || next === undefined) return seenAt;
  const { serverSpec } = revision;
  const latest = Math.floor(next.getTime() / 1_000);
  const earliest = latest - serverSpec.jitterSeconds - 1;
  const [untaken = latest] = lastTimesBetween(dueTimes(serverSpec), earliest, latest, 1);
  return new Date(Math.min(seenAt.getTime(), untaken * 1_000 - 1));
}

/** The revisions that stood in a range, in their order. */
async function revisionsOf(
  database: Database,
  ofSchedule: { scheduleId: string; projectId: string },
  { from, until }: { from: Date; until: Date },
): Promise<DatedRevision[]> {
  const [before, within] = await Promise.all([
    database.scheduleRevision.findFirst({
      where: { ...ofSchedule, effectiveAt: { lte: from } },
      orderBy: { revision: 'desc' },
    }),
    database.scheduleRevision.findMany({
      where: { ...ofSchedule, effectiveAt: { gt: from, lte: until } },
      orderBy: { revision: 'asc' },
    }),
  ]);
  return datedRevisions(before === null ? within : [before, ...within]);
}
