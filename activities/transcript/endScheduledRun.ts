import type { Database } from '../../platform/database.ts';
import { outsideOutcome } from '../../workflows/domain/conversation/outsideEnds.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { carriedOutOf } from '../../workflows/domain/schedules/carryOver.ts';
import { carryOverKinds } from '../../workflows/domain/schedules/states.ts';
import { endRun } from './endRun.ts';
import { firstRunEnd } from './firstRunEnd.ts';
import { saidIn } from './saidIn.ts';
import { wokenRunEnd } from './wokenRunEnd.ts';

/**
 * Writes how a schedule's run ended, by its conversation or by the run that took its wake-up, and what it leaves for the next one. A
 * conversation that never began is ended as cancelled. Repeating it changes nothing; false: the conversation has not ended.
 */
export async function endScheduledRun(
  database: Database,
  { projectId, scheduleId, runId }: { projectId: string; scheduleId: string; runId: string },
): Promise<boolean> {
  const run = await database.scheduledRun.findFirst({
    where: { id: runId, projectId, scheduleId },
    select: {
      endedAt: true,
      conversationId: true,
      wakeUpId: true,
      carriedIn: true,
      schedule: { select: { carryOver: true } },
    },
  });
  if (run === null || run.endedAt !== null) return true;
  const where = { id: runId, projectId, endedAt: null };
  const { conversationId, wakeUpId } = run;
  if (wakeUpId !== null) {
    const woken = await wokenRunEnd(database, { projectId, wakeUpId });
    if (woken === null) return false;
    await database.scheduledRun.updateMany({ where, data: { ...woken, endedAt: new Date() } });
    return true;
  }
  if (conversationId === null) {
    await database.scheduledRun.updateMany({ where, data: { state: 'failed', endedAt: new Date() } });
    return true;
  }
  await endUnbegun(database, { projectId, conversationId });
  const end = await firstRunEnd(database, { projectId, conversationId });
  if (end === null) return false;
  const { state, stopReason, endedAt } = end;
  const carryOver = oneOf(carryOverKinds, run.schedule.carryOver);
  const carriedOut =
    carryOver === 'none'
      ? null
      : carriedOutOf(carryOver, {
          state,
          stopReason,
          messages: await saidIn(database, { projectId, conversationId, run: 0 }),
          carriedIn: run.carriedIn,
        });
  await database.scheduledRun.updateMany({
    where,
    data: { state, carriedOut, endedAt: endedAt ?? new Date() },
  });
  return true;
}

/** A conversation that nobody has started, and nobody will. */
async function endUnbegun(
  database: Database,
  { projectId, conversationId }: { projectId: string; conversationId: string },
): Promise<void> {
  const waiting = await database.conversation.count({
    where: { id: conversationId, projectId, state: 'starting', run: 0 },
  });
  if (waiting === 0) return;
  await endRun(
    database,
    {
      projectId,
      conversationId,
      run: 0,
      outcome: outsideOutcome('never_began'),
      finalState: null,
    },
    'keeping',
  );
}
