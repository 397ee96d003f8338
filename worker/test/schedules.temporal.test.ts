import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defineSearchAttributeKey } from '@temporalio/common';
import { createLogger } from '../../platform/logger.ts';
import { rewriteSchedule, type ScheduleToWrite, writeSchedule } from '../../test/support/scheduleRows.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { scheduledRunWorkflowId, temporalScheduleId } from '../../workflows/contracts/names.ts';
import { reconcileSchedules } from '../reconcileSchedules.ts';
import { repeatEvery } from '../repeat.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { agent, team } from './teams.ts';
import { eventually } from './transcript.ts';

const PATIENCE_MS = 120_000;

let colloquy: Colloquy;
let reconciler: ReturnType<typeof repeatEvery>;
const made: string[] = [];

beforeAll(async () => {
  colloquy = await startColloquy();
  colloquy.model.otherwise(() => text('The report'));
  const { database, temporal, taskQueue } = colloquy;
  const logger = createLogger({ process: 'worker', level: process.env['LOG_LEVEL'] ?? 'silent' });
  const clients = { database, temporal, taskQueue, logger };
  reconciler = repeatEvery(200, logger, () => reconcileSchedules(clients, new Date(Date.now() + 14_000)));
});
afterEach(async () => {
  for (const id of made.splice(0)) await remove(id);
});
afterAll(async () => {
  await reconciler.stop();
  await colloquy.close();
});

const config = team([agent('writer')], { maxTurns: 1 });
/** Due only when asked for: far away. */
const RARELY = { timing: { kind: 'cron' as const, expressions: ['0 0 1 1 *'] } };
const everySeconds = (seconds: number) => ({
  timing: { kind: 'interval' as const, everySeconds: seconds, offsetSeconds: 0 },
});

async function schedule(written: Omit<ScheduleToWrite, 'team'> & Partial<Pick<ScheduleToWrite, 'team'>>) {
  const { database, projectId } = colloquy;
  const id = await writeSchedule(database, projectId, { team: config, ...written });
  made.push(id);
  await eventually(
    () => row(id),
    ({ unappliedSince }) => unappliedSince === null,
    PATIENCE_MS,
  );
  return id;
}

/** Deletes a schedule and ends what it has going, so that no other test's script is answered to it. */
async function remove(id: string): Promise<void> {
  await colloquy.database.schedule.update({
    where: { id },
    data: { deletedAt: new Date(), unappliedSince: new Date() },
  });
  await eventually(
    () => row(id),
    ({ unappliedSince }) => unappliedSince === null,
    PATIENCE_MS,
  );
  for (const { nominalAt, state } of await runs(id)) {
    if (state !== 'running') continue;
    const workflowId = scheduledRunWorkflowId(id, nominalAt);
    await colloquy.temporal.workflow
      .getHandle(workflowId)
      .cancel()
      .catch(() => undefined);
  }
  await runsUntil(id, (all) => all.every(({ state }) => state !== 'running'));
}

const row = (id: string) => colloquy.database.schedule.findUniqueOrThrow({ where: { id } });
const runs = (scheduleId: string) =>
  colloquy.database.scheduledRun.findMany({ where: { scheduleId }, orderBy: { nominalAt: 'asc' } });
const runsUntil = (scheduleId: string, isSo: (found: Awaited<ReturnType<typeof runs>>) => boolean) =>
  eventually(() => runs(scheduleId), isSo, PATIENCE_MS);
const handle = (scheduleId: string) => colloquy.temporal.schedule.getHandle(temporalScheduleId(scheduleId));

/** Asks for a run by hand as the web app does, at a second of its own. */
async function askForRun(scheduleId: string, nominalAt = new Date(Math.floor(Date.now() / 1_000) * 1_000)) {
  const { projectId, database } = colloquy;
  const { id } = await database.scheduledRun.create({
    data: { projectId, scheduleId, nominalAt, kind: 'manual', state: 'requested', revision: 1 },
  });
  return id;
}

async function backfill(scheduleId: string, from: string, until: string, overlap: string) {
  const { projectId, database } = colloquy;
  await database.scheduleBackfill.create({
    data: {
      projectId,
      scheduleId,
      rangeFrom: new Date(from),
      rangeUntil: new Date(until),
      overlap,
      idempotencyKey: `${from} ${String(Math.random())}`,
    },
  });
}

describe('a run of a schedule', () => {
  it('starts a conversation, lasts as long as it, and says how it ended', async () => {
    colloquy.model.script(text('The report'));
    const id = await schedule({ spec: RARELY });
    await askForRun(id);
    const [run] = await runsUntil(id, ([first]) => first?.state === 'finished');
    const conversation = await colloquy.database.conversation.findUniqueOrThrow({
      where: { id: run?.conversationId ?? '' },
    });
    expect(conversation.state).toBe('finished');
    expect(conversation.title).toMatch(/^Daily report, \d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(run).toMatchObject({ kind: 'manual', state: 'finished' });
  });

  it('that was started with the tools of Temporal has a row as a run by hand', async () => {
    const id = await schedule({ spec: RARELY });
    await handle(id).trigger();
    const [run] = await runsUntil(id, ([first]) => first?.state === 'finished');
    expect(run).toMatchObject({ kind: 'manual', createdBy: null, refusal: null });
    expect(run?.conversationId).not.toBeNull();
  });

  it('happens once for a time, however often it is filled in', async () => {
    const id = await schedule({ spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } } });
    await backfill(id, '2026-01-01T00:00:00Z', '2026-01-03T23:00:00Z', 'allow_all');
    await runsUntil(id, (found) => found.length === 3 && found.every(({ state }) => state === 'finished'));
    const { numActionsTaken } = (await handle(id).describe()).info;
    await backfill(id, '2026-01-02T00:00:00Z', '2026-01-04T23:00:00Z', 'allow_all');
    const found = await runsUntil(
      id,
      (all) => all.length === 4 && all.every(({ state }) => state === 'finished'),
    );
    await eventually(
      async () => (await handle(id).describe()).info.numActionsTaken,
      (taken) => taken >= numActionsTaken + 3,
      PATIENCE_MS,
    );
    expect(found.map(({ nominalAt, kind }) => [nominalAt.toISOString(), kind])).toEqual(
      ['01', '02', '03', '04'].map((day) => [`2026-01-${day}T09:00:00.000Z`, 'backfill']),
    );
    expect((await runs(id)).length).toBe(4);
  });

  it('is told what the run before it left, by their times, also in a backfill', async () => {
    colloquy.model.script(
      text('Done.\n```summary\nOne day\n```'),
      text('Nothing new.'),
      text('```summary\nThree days\n```'),
    );
    const id = await schedule({
      spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } },
      carryOver: 'summary',
    });
    await backfill(id, '2026-01-01T00:00:00Z', '2026-01-03T23:00:00Z', 'buffer_all');
    const found = await runsUntil(
      id,
      (all) => all.length === 3 && all.every(({ state }) => state === 'finished'),
    );
    expect(found.map(({ carriedIn, carriedOut }) => [carriedIn, carriedOut])).toEqual([
      [null, 'One day'],
      ['One day', 'One day'],
      ['One day', 'Three days'],
    ]);
    const [task] = await colloquy.database.message.findMany({
      where: { conversationId: found[1]?.conversationId ?? '', seq: 0 },
    });
    expect(task?.content).toContain('Write the report.\n\n<left-by-earlier-runs>');
    expect(task?.content).toContain('One day\n</left-by-earlier-runs>');
  });

  it('is refused by a limit of a day, and tried again by a backfill when there is room', async () => {
    const id = await schedule({
      spec: { timing: { kind: 'cron', expressions: ['0 9 * * *'] } },
      runsADay: 1,
    });
    await backfill(id, '2026-01-01T00:00:00Z', '2026-01-02T23:00:00Z', 'buffer_all');
    const found = await runsUntil(
      id,
      (all) => all.length === 2 && all.every(({ endedAt }) => endedAt !== null),
    );
    expect(found.map(({ state, refusal }) => [state, refusal])).toEqual([
      ['finished', null],
      ['refused', 'runs_a_day'],
    ]);
    await colloquy.database.schedule.update({ where: { id }, data: { runsADay: 5 } });
    await backfill(id, '2026-01-01T00:00:00Z', '2026-01-02T23:00:00Z', 'buffer_all');
    await runsUntil(id, (all) => all.every(({ state }) => state === 'finished'));
  });

  it('is refused when the money of a day is spent', async () => {
    const id = await schedule({ spec: RARELY, costADayMicroUsd: 1n });
    await askForRun(id);
    const [first] = await runsUntil(id, ([run]) => run?.state === 'finished');
    await colloquy.database.conversation.update({
      where: { id: first?.conversationId ?? '' },
      data: { costMicroUsd: 5n },
    });
    await askForRun(id, new Date('2026-11-01T00:00:00Z'));
    await runsUntil(id, (all) => all.some(({ refusal }) => refusal === 'cost_a_day'));
  });
});

describe('when a run is due while another is going', () => {
  /** The first two runs of a schedule that is due each second, the first of which is held. */
  async function overlapping(overlap: ScheduleToWrite['overlap'] & string) {
    const gate = createGate();
    colloquy.model.script(text('Held', { hold: { afterChunks: 0, until: gate } }));
    const sent = colloquy.model.requests.length;
    const id = await schedule({ spec: everySeconds(4), overlap });
    await colloquy.model.received(sent + 1);
    return { id, gate };
  }

  it('skip leaves it out, and the server counts it', async () => {
    const { id, gate } = await overlapping('skip');
    await eventually(
      () => row(id),
      ({ seenSkipped }) => seenSkipped >= 2,
      PATIENCE_MS,
    );
    expect((await runs(id)).length).toBe(1);
    gate.open();
    await runsUntil(id, (all) => all.length >= 2);
  });

  it('buffer_one lets one wait, buffer_all all', async () => {
    const one = await overlapping('buffer_one');
    await eventually(
      () => row(one.id),
      (seen) => seen.seenSkipped >= 1 && seen.seenWaiting === 1,
      PATIENCE_MS,
    );
    one.gate.open();
    await runsUntil(one.id, (all) => all.length >= 2);
    await remove(one.id);
    const all = await overlapping('buffer_all');
    await eventually(
      () => row(all.id),
      ({ seenWaiting }) => seenWaiting >= 2,
      PATIENCE_MS,
    );
    all.gate.open();
    const [first, second] = await runsUntil(all.id, (found) => found.length >= 3);
    expect((second?.nominalAt.getTime() ?? 0) - (first?.nominalAt.getTime() ?? 0)).toBe(4_000);
  });

  it('cancel_other and terminate_other end the earlier one as cancelled', async () => {
    for (const overlap of ['cancel_other', 'terminate_other'] as const) {
      const { id } = await overlapping(overlap);
      const [first] = await runsUntil(id, (all) => all.length >= 2 && all[0]?.state === 'cancelled');
      const conversation = await colloquy.database.conversation.findUniqueOrThrow({
        where: { id: first?.conversationId ?? '' },
      });
      expect(conversation).toMatchObject({ state: 'cancelled', stopReason: 'Cancelled' });
      await remove(id);
    }
  });

  describe('and the server was killed as it started that one, so that it does not know of it', () => {
    /** Starts the runs of a schedule's next two times as such a server does: the second one beside the first. */
    async function forgotten(overlap: ScheduleToWrite['overlap'] & string) {
      const gate = createGate();
      colloquy.model.script(text('Held', { hold: { afterChunks: 0, until: gate } }));
      const sent = colloquy.model.requests.length;
      const id = await schedule({ spec: everySeconds(86_400), overlap });
      const nextDay = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
      await startAsServer(id, new Date(nextDay));
      await colloquy.model.received(sent + 1);
      const second = new Date(nextDay + 86_400_000);
      await startAsServer(id, second);
      return { id, gate, second: colloquy.temporal.workflow.getHandle(scheduledRunWorkflowId(id, second)) };
    }

    async function startAsServer(scheduleId: string, at: Date): Promise<void> {
      const { temporal, taskQueue, projectId } = colloquy;
      await temporal.workflow.start('scheduledRun', {
        workflowId: scheduledRunWorkflowId(scheduleId, at),
        taskQueue,
        args: [{ projectId, scheduleId }],
        typedSearchAttributes: [
          { key: defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME'), value: at },
        ],
      });
    }

    it('skip leaves the later one out', async () => {
      const { id, gate, second } = await forgotten('skip');
      await second.result();
      expect((await runs(id)).map(({ state }) => state)).toEqual(['running']);
      gate.open();
      await runsUntil(id, ([first]) => first?.state === 'finished');
      expect(await runs(id)).toHaveLength(1);
    });

    it.each(['cancel_other', 'terminate_other'] as const)('%s ends the earlier one', async (overlap) => {
      const { id, gate, second } = await forgotten(overlap);
      await second.result();
      gate.open();
      const found = await runsUntil(id, (all) => all.every(({ endedAt }) => endedAt !== null));
      expect(found.map(({ state }) => state)).toEqual(['cancelled', 'finished']);
    });
  });

  it('allow_all lets them go side by side', async () => {
    const { id, gate } = await overlapping('allow_all');
    await runsUntil(id, (all) => all.length >= 3 && all[0]?.state === 'running');
    gate.open();
  });
});

describe('a schedule and its row', () => {
  it('end with the last run that is allowed', async () => {
    const id = await schedule({ spec: everySeconds(2), maxRuns: 2, overlap: 'allow_all' });
    await eventually(
      () => row(id),
      ({ endedAt }) => endedAt !== null,
      PATIENCE_MS,
    );
    const found = await runsUntil(
      id,
      (all) => all.length >= 2 && all.every(({ endedAt }) => endedAt !== null),
    );
    expect(found.length).toBe(2);
  });

  it('that have ended and that the server has forgotten take runs by hand and backfills', async () => {
    const spec = {
      timing: { kind: 'cron' as const, expressions: ['0 9 * * *'] },
      endAt: '2026-01-31T00:00:00Z',
    };
    const id = await schedule({ spec });
    const isSeenToHaveEnded = ({ endedAt }: { endedAt: Date | null }) => endedAt !== null;
    await eventually(() => row(id), isSeenToHaveEnded, PATIENCE_MS);
    // As the server does itself, seven days after the end.
    await handle(id).delete();
    await askForRun(id);
    await runsUntil(id, ([run]) => run?.state === 'finished');
    await handle(id).delete();
    await backfill(id, '2026-01-05T00:00:00Z', '2026-01-05T23:00:00Z', 'skip');
    await runsUntil(id, (all) => all.length === 2 && all.every(({ state }) => state === 'finished'));
    const ended = await eventually(() => row(id), isSeenToHaveEnded, PATIENCE_MS);
    expect(ended.outsideChange).toBeNull();
  });

  it('that have ended are looked at now and then', async () => {
    const { database } = colloquy;
    const spec = {
      timing: { kind: 'cron' as const, expressions: ['0 9 * * *'] },
      endAt: '2026-01-31T00:00:00Z',
    };
    const ended = await schedule({ spec });
    await eventually(
      () => row(ended),
      ({ endedAt }) => endedAt !== null,
      PATIENCE_MS,
    );
    const other = await schedule({ spec: RARELY });
    const seenAgo = async (id: string, minutes: number) => {
      const seenAt = new Date(Date.now() - minutes * 60_000);
      await database.schedule.update({ where: { id }, data: { seenAt } });
      return seenAt;
    };
    const tenMinutesAgo = await seenAgo(ended, 10);
    // One that goes on and was seen after it is looked at first.
    const before = await seenAgo(other, 9);
    await eventually(
      () => row(other),
      ({ seenAt }) => (seenAt ?? before) > before,
      PATIENCE_MS,
    );
    expect((await row(ended)).seenAt).toEqual(tenMinutesAgo);
    const longAgo = await seenAgo(ended, 70);
    await eventually(
      () => row(ended),
      ({ seenAt }) => (seenAt ?? longAgo) > longAgo,
      PATIENCE_MS,
    );
  });

  it('that the server refuses say why, and were not deleted by anybody', async () => {
    const spec = { ...everySeconds(3_600), timeZone: 'Atlantis/Poseidonis' };
    const id = await schedule({ spec });
    const refused = await row(id);
    expect(refused.applyProblem).toContain('Atlantis');
    const seen = await eventually(
      () => row(id),
      ({ seenAt }) => seenAt !== null,
      PATIENCE_MS,
    );
    expect(seen.outsideChange).toBeNull();
    await rewriteSchedule(
      colloquy.database,
      { projectId: colloquy.projectId, scheduleId: id },
      { spec: RARELY },
    );
    await eventually(
      () => row(id),
      ({ unappliedSince, applyProblem }) => unappliedSince === null && applyProblem === '',
      PATIENCE_MS,
    );
    expect((await handle(id).describe()).state.paused).toBe(false);
  });

  it('are paused and resumed together, here and with the tools of Temporal', async () => {
    const id = await schedule({ spec: RARELY });
    await handle(id).pause('Maintenance');
    const paused = await eventually(
      () => row(id),
      ({ pausedAt }) => pausedAt !== null,
      PATIENCE_MS,
    );
    expect(paused.pauseNote).toBe('Maintenance');
    await handle(id).unpause('Done');
    await eventually(
      () => row(id),
      ({ pausedAt }) => pausedAt === null,
      PATIENCE_MS,
    );
    await colloquy.database.schedule.update({
      where: { id },
      data: { pausedAt: new Date(), pauseNote: 'Holiday', unappliedSince: new Date() },
    });
    const state = await eventually(
      async () => (await handle(id).describe()).state,
      ({ paused: isPaused }) => isPaused,
      PATIENCE_MS,
    );
    expect(state.note).toBe('Holiday');
    const pauses = await eventually(
      () =>
        colloquy.database.schedulePause.findMany({ where: { scheduleId: id }, orderBy: { pausedAt: 'asc' } }),
      (all) => all.length === 2,
      PATIENCE_MS,
    );
    expect(pauses.map(({ cause, resumedAt }) => [cause, resumedAt === null])).toEqual([
      ['outside', false],
      ['person', true],
    ]);
  });

  it('show an edit and a delete from outside, and are put right by the next change', async () => {
    const id = await schedule({ spec: RARELY });
    await handle(id).update((before) => ({ ...before, spec: { intervals: [{ every: '1h' }] } }));
    const edited = await eventually(
      () => row(id),
      ({ outsideChange }) => outsideChange === 'edited',
      PATIENCE_MS,
    );
    const revision = await colloquy.database.scheduleRevision.findUniqueOrThrow({
      where: { scheduleId_revision: { scheduleId: id, revision: edited.revision } },
    });
    expect([revision.spec, (revision.serverSpec as { intervals: unknown }).intervals]).toEqual([
      null,
      [{ everySeconds: 3_600, offsetSeconds: 0 }],
    ]);
    await handle(id).delete();
    await eventually(
      () => row(id),
      ({ outsideChange }) => outsideChange === 'deleted',
      PATIENCE_MS,
    );
    await rewriteSchedule(
      colloquy.database,
      { projectId: colloquy.projectId, scheduleId: id },
      { spec: RARELY },
    );
    const back = await eventually(
      () => row(id),
      ({ unappliedSince }) => unappliedSince === null,
      PATIENCE_MS,
    );
    expect(back.outsideChange).toBeNull();
    expect((await handle(id).describe()).state.paused).toBe(false);
  });

  it('come together although others fail', async () => {
    const { database, projectId } = colloquy;
    const sound = await schedule({ spec: RARELY });
    // It has never been seen, and so comes first in each round.
    const broken = await writeSchedule(database, projectId, { team: config, spec: RARELY, isPaused: true });
    made.push(broken);
    const where = { scheduleId_revision: { scheduleId: broken, revision: 1 }, projectId };
    const { serverSpec } = await database.scheduleRevision.findUniqueOrThrow({ where });
    await database.scheduleRevision.update({ where, data: { serverSpec: { timeZone: 7 } } });
    await eventually(
      () => row(broken),
      ({ heldUntil }) => heldUntil !== null,
      PATIENCE_MS,
    );
    await rewriteSchedule(database, { projectId, scheduleId: sound }, { spec: everySeconds(3_600) });
    await eventually(
      () => row(sound),
      ({ unappliedSince }) => unappliedSince === null,
      PATIENCE_MS,
    );
    expect((await row(broken)).unappliedSince).not.toBeNull();
    await database.scheduleRevision.update({ where, data: { serverSpec: serverSpec as object } });
    await eventually(
      () => row(broken),
      ({ unappliedSince }) => unappliedSince === null,
      PATIENCE_MS,
    );
  });

  it('go together', async () => {
    const id = await schedule({ spec: RARELY });
    await colloquy.database.schedule.update({
      where: { id },
      data: { deletedAt: new Date(), unappliedSince: new Date() },
    });
    await eventually(
      () => row(id),
      ({ unappliedSince }) => unappliedSince === null,
      PATIENCE_MS,
    );
    await expect(handle(id).describe()).rejects.toThrow('not found');
  });

  it('lose no time by edits in the second in which a run is due', async () => {
    const id = await schedule({ spec: everySeconds(1), overlap: 'allow_all' });
    for (let edit = 0; edit < 10; edit += 1) {
      await rewriteSchedule(
        colloquy.database,
        { projectId: colloquy.projectId, scheduleId: id },
        { spec: everySeconds(1), overlap: 'allow_all' },
      );
      await eventually(
        () => row(id),
        ({ unappliedSince }) => unappliedSince === null,
        PATIENCE_MS,
      );
    }
    await eventually(
      () => row(id),
      ({ repairFrom }) => repairFrom === null,
      PATIENCE_MS,
    );
    const until = Math.floor(Date.now() / 1_000) * 1_000 - 2_000;
    const first = (await runs(id))[0]?.nominalAt.getTime() ?? 0;
    await runsUntil(
      id,
      (all) =>
        new Set(all.map(({ nominalAt }) => nominalAt.getTime()).filter((at) => at <= until)).size ===
        (until - first) / 1_000 + 1,
    );
  });
});
