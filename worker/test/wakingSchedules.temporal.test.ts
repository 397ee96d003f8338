import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createScheduleActivities } from '../../activities/schedules/scheduleActivities.ts';
import { createLogger } from '../../platform/logger.ts';
import { type ScheduleToWrite, writeSchedule } from '../../test/support/scheduleRows.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { SCHEDULED_RUN_WORKFLOW, scheduledRunWorkflowId } from '../../workflows/contracts/names.ts';
import { closeScheduledRuns } from '../closeScheduledRuns.ts';
import { reconcileSchedules } from '../reconcileSchedules.ts';
import { reconcileWakeUps } from '../reconcileWakeUps.ts';
import { repeatEvery } from '../repeat.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { eventually, transcriptOf } from './transcript.ts';

const PATIENCE_MS = 120_000;

let colloquy: Colloquy;
let reconciler: ReturnType<typeof repeatEvery>;
const made: string[] = [];
const logger = createLogger({ process: 'worker', level: process.env['LOG_LEVEL'] ?? 'silent' });

beforeAll(async () => {
  colloquy = await startColloquy();
  colloquy.model.otherwise(() => text('I have looked.'));
  reconciler = repeatEvery(200, logger, () =>
    reconcileSchedules({ ...colloquy, logger }, new Date(Date.now() + 14_000)),
  );
});
afterEach(async () => {
  for (const id of made.splice(0)) await remove(id);
});
afterAll(async () => {
  await reconciler.stop();
  await colloquy.close();
});

const config = team([agent('writer')], { maxTurns: 1 });
const RARELY = { timing: { kind: 'cron' as const, expressions: ['0 0 1 1 *'] } };
const rowOf = (id: string) => colloquy.database.conversation.findUniqueOrThrow({ where: { id } });
const wakeUpsOf = (conversationId: string) =>
  colloquy.database.wakeUp.findMany({
    where: { conversationId, source: 'schedule' },
    orderBy: { createdAt: 'asc' },
  });
const runs = (scheduleId: string) =>
  colloquy.database.scheduledRun.findMany({ where: { scheduleId }, orderBy: { nominalAt: 'asc' } });
const runsUntil = (scheduleId: string, isSo: (found: Awaited<ReturnType<typeof runs>>) => boolean) =>
  eventually(() => runs(scheduleId), isSo, PATIENCE_MS);

async function startStanding(): Promise<string> {
  const id = await colloquy.start(config, 'Watch.', { standing: true });
  await asleep(id, 0);
  return id;
}

function asleep(id: string, run: number) {
  return eventually(
    () => rowOf(id),
    (row) => row.state === 'sleeping' && row.run === run && row.endedAt !== null,
    PATIENCE_MS,
  );
}

async function applied(id: string): Promise<void> {
  await eventually(
    () => colloquy.database.schedule.findUniqueOrThrow({ where: { id } }),
    ({ unappliedSince }) => unappliedSince === null,
    PATIENCE_MS,
  );
}

/** A schedule that wakes a conversation. */
async function schedule(wakes: string, written: Partial<ScheduleToWrite> = {}): Promise<string> {
  const { database, projectId } = colloquy;
  const id = await writeSchedule(database, projectId, { team: config, wakes, spec: RARELY, ...written });
  made.push(id);
  await applied(id);
  return id;
}

async function remove(id: string): Promise<void> {
  await colloquy.database.schedule.update({
    where: { id },
    data: { deletedAt: new Date(), unappliedSince: new Date() },
  });
  await applied(id);
}

async function askForRun(scheduleId: string, nominalAt = new Date(Math.floor(Date.now() / 1_000) * 1_000)) {
  const { projectId, database } = colloquy;
  await database.scheduledRun.create({
    data: { projectId, scheduleId, nominalAt, kind: 'manual', state: 'requested', revision: 1 },
  });
  return nominalAt;
}

async function backfill(scheduleId: string, from: string, until: string, overlap: string) {
  const { projectId, database } = colloquy;
  await database.scheduleBackfill.create({
    data: {
      ...{ projectId, scheduleId, overlap, idempotencyKey: from },
      rangeFrom: new Date(from),
      rangeUntil: new Date(until),
    },
  });
}

describe('a schedule that wakes a standing conversation', () => {
  it('wakes it when a date comes, and its run goes on as long as the conversation’s', async () => {
    const id = await startStanding();
    const scheduleId = await schedule(id, {
      spec: { timing: { kind: 'interval', everySeconds: 4, offsetSeconds: 0 } },
      maxRuns: 1,
    });
    await asleep(id, 1);
    const [run] = await runsUntil(scheduleId, ([first]) => first?.state === 'finished');
    const [wakeUp] = await wakeUpsOf(id);
    expect(wakeUp).toMatchObject({
      state: 'taken',
      run: 1,
      sourceId: scheduleId,
      sourceName: 'Daily report',
      key: `${scheduleId}:${run?.nominalAt.toISOString() ?? ''}`,
    });
    expect(run).toMatchObject({ kind: 'scheduled', conversationId: null, wakeUpId: wakeUp?.id });
    const [told] = (await transcriptOf(colloquy.database, id)).slice(-2);
    expect(told).toMatch(
      /^user: Woken at \S+ by the schedule “Daily report”:\n\nWrite the report\.\n\nThis is for 20\d\d-\d\d-\d\d \d\d:\d\d \(UTC\)\.$/,
    );
  });

  it('leaves dates out while its run is going, as the policy says', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    const scheduleId = await schedule(id, {
      spec: { timing: { kind: 'interval', everySeconds: 2, offsetSeconds: 0 } },
    });
    await colloquy.model.received(before + 1);
    await eventually(
      () => colloquy.database.schedule.findUniqueOrThrow({ where: { id: scheduleId } }),
      ({ seenSkipped }) => seenSkipped >= 2,
      PATIENCE_MS,
    );
    expect(await runs(scheduleId)).toMatchObject([{ state: 'running' }]);
    expect(await wakeUpsOf(id)).toHaveLength(1);
    await colloquy.database.schedule.update({
      where: { id: scheduleId },
      data: { pausedAt: new Date(), unappliedSince: new Date() },
    });
    await applied(scheduleId);
    gate.open();
    await runsUntil(scheduleId, (all) => all.every(({ state }) => state === 'finished'));
  });

  it('has dates taken together that come while a run is going, under allow_all', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    const scheduleId = await schedule(id);
    await askForRun(scheduleId);
    await colloquy.model.received(before + 1);
    await backfill(scheduleId, '2023-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 'allow_all');
    await eventually(
      () => wakeUpsOf(id),
      (all) => all.length === 4,
      PATIENCE_MS,
    );
    gate.open();
    const all = await runsUntil(
      scheduleId,
      (each) => each.length === 4 && each.every(({ state }) => state === 'finished'),
    );
    expect(all.map(({ kind }) => kind)).toEqual(['backfill', 'backfill', 'backfill', 'manual']);
    expect((await wakeUpsOf(id)).map(({ run }) => run)).toEqual([1, 2, 2, 2]);
  });

  it('has one run for each date, in order, under buffer_all', async () => {
    const id = await startStanding();
    const scheduleId = await schedule(id);
    await backfill(scheduleId, '2023-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 'buffer_all');
    await runsUntil(
      scheduleId,
      (each) => each.length === 3 && each.every(({ state }) => state === 'finished'),
    );
    const dates = (await wakeUpsOf(id)).map(({ key, run }) => [key.slice(scheduleId.length + 1, -20), run]);
    expect(dates).toEqual([
      ['2023', 1],
      ['2024', 2],
      ['2025', 3],
    ]);
  });

  it('is told by the reconciler if the worker died between the row and the signal', async () => {
    const id = await startStanding();
    const scheduleId = await schedule(id);
    const nominalAt = '2026-01-01T00:00:00.000Z';
    const activities = createScheduleActivities(colloquy);
    const begin = (workflowRunId: string) =>
      activities.beginScheduledRun({ projectId: colloquy.projectId, scheduleId, nominalAt, workflowRunId });
    // What the activity writes; the worker that would go on from here is gone, and another one repeats it.
    expect(await begin('first')).toMatchObject({ kind: 'woken', conversationId: id });
    expect(await begin('first')).toMatchObject({ kind: 'woken', conversationId: id });
    expect(await begin('second')).toEqual({ kind: 'repeated' });
    await reconcileWakeUps({ ...colloquy, logger }, new Date(Date.now() + 2_000));
    await asleep(id, 1);
    expect(await wakeUpsOf(id)).toHaveLength(1);
    // Its workflow is gone, too: the date is closed by what became of the conversation's run.
    await closeScheduledRuns({ ...colloquy, logger }, new Date(Date.now() + 60_000));
    expect(await runs(scheduleId)).toMatchObject([{ state: 'finished', refusal: null }]);
  });

  it('goes on to wait in a new history, and wakes nothing again', async () => {
    const id = await startStanding();
    const scheduleId = await schedule(id);
    const { projectId, temporal, taskQueue } = colloquy;
    const begun = await createScheduleActivities(colloquy).beginScheduledRun({
      ...{ projectId, scheduleId, nominalAt: '2026-01-01T00:00:00.000Z', workflowRunId: 'before' },
    });
    if (begun.kind !== 'woken') throw new Error(begun.kind);
    const waiting = { runId: begun.runId, conversationId: id, wokenAtMs: Date.now() - 4_000 };
    const handle = await temporal.workflow.start(SCHEDULED_RUN_WORKFLOW, {
      ...{ taskQueue, workflowId: `waits-${begun.runId}`, args: [{ projectId, scheduleId, waiting }] },
    });
    await reconcileWakeUps({ ...colloquy, logger }, new Date(Date.now() + 2_000));
    await handle.result();
    expect(await wakeUpsOf(id)).toMatchObject([{ state: 'taken', run: 1 }]);
    expect(await runs(scheduleId)).toMatchObject([{ state: 'finished' }]);
  });

  it('goes on although somebody has terminated its run’s workflow, and is accounted for', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    const scheduleId = await schedule(id);
    const nominalAt = await askForRun(scheduleId);
    await colloquy.model.received(before + 1);
    await colloquy.temporal.workflow
      .getHandle(scheduledRunWorkflowId(scheduleId, nominalAt))
      .terminate('An operator');
    await closeScheduledRuns({ ...colloquy, logger }, new Date(Date.now() + 60_000));
    expect(await runs(scheduleId)).toMatchObject([{ state: 'running' }]);
    gate.open();
    await asleep(id, 1);
    await runsUntil(scheduleId, ([run]) => run?.state === 'finished');
  });

  it('refuses a date when the conversation is no longer standing, and tries it again in a backfill', async () => {
    const id = await startStanding();
    const scheduleId = await schedule(id);
    await colloquy.database.conversation.update({
      where: { id },
      data: { standing: false, state: 'finished' },
    });
    const year = '2025-01-01T00:00:00Z';
    await backfill(scheduleId, year, year, 'skip');
    await runsUntil(scheduleId, ([run]) => run?.state === 'refused');
    expect(await runs(scheduleId)).toMatchObject([{ refusal: 'not_standing', wakeUpId: null }]);
    await colloquy.database.conversation.update({
      where: { id },
      data: { standing: true, state: 'sleeping' },
    });
    await backfill(scheduleId, '2024-12-31T00:00:00Z', year, 'skip');
    await runsUntil(scheduleId, ([run]) => run?.state === 'finished');
  });

  it('says so when the conversation is ended before it has taken the wake-up', async () => {
    const id = await startStanding();
    const gate = createGate();
    const before = colloquy.model.requests.length;
    colloquy.model.script(text('Slowly', { hold: { afterChunks: 1, until: gate } }));
    const scheduleId = await schedule(id);
    const first = await askForRun(scheduleId);
    await colloquy.model.received(before + 1);
    await askForRun(scheduleId, new Date(first.getTime() + 1_000));
    await eventually(
      () => wakeUpsOf(id),
      (all) => all.length === 2,
      PATIENCE_MS,
    );
    await colloquy.database.conversation.update({ where: { id }, data: { standing: false } });
    await colloquy.database.wakeUp.updateMany({
      where: { conversationId: id, state: 'waiting' },
      data: { state: 'dropped', closedAt: new Date() },
    });
    const [, second] = await runsUntil(scheduleId, ([, run]) => run?.state === 'cancelled');
    expect(second).toMatchObject({ refusal: 'not_taken' });
    gate.open();
    await runsUntil(scheduleId, ([run]) => run?.state === 'finished');
  });

  it('wakes another conversation after an edit, and a team after a further one', async () => {
    const id = await startStanding();
    const other = await startStanding();
    const scheduleId = await schedule(id);
    await colloquy.database.schedule.update({ where: { id: scheduleId }, data: { wakesId: other } });
    await askForRun(scheduleId);
    await asleep(other, 1);
    expect(await wakeUpsOf(id)).toEqual([]);
    await runsUntil(scheduleId, ([run]) => run?.state === 'finished');
    const { teamId } = await colloquy.database.teamVersion.findFirstOrThrow();
    await colloquy.database.schedule.update({
      where: { id: scheduleId },
      data: { wakesId: null, teamId },
    });
    await askForRun(scheduleId);
    const [, started] = await runsUntil(scheduleId, ([, run]) => run?.state === 'finished');
    expect(started?.conversationId).not.toBeNull();
  });
});
