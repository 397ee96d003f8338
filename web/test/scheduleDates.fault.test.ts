import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type FaultStage, setFaultStage } from '../../test/faults/faultStage.ts';
import { type ScheduleToWrite, writeSchedule } from '../../test/support/scheduleRows.ts';
import { createGate, text } from '../../test/support/scriptedReply.ts';
import { eventually } from '../../worker/test/transcript.ts';
import { overlapPolicies } from '../../workflows/domain/schedules/states.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { scopeOfMembership } from '../app/data/accounts/projectScope.server.ts';
import { readScheduleDates } from '../app/data/schedules/readScheduleDates.server.ts';
import { services } from '../app/services.server.ts';

jest.setTimeout(900_000);
const PATIENCE_MS = 300_000;
const EVERY_SECONDS = 4;

let stage: FaultStage;
beforeAll(async () => {
  stage = await setFaultStage();
  Object.assign(process.env, {
    DATABASE_URL: stage.databaseUrl(),
    SESSION_SECRET: 'a secret of the tests, longer than it has to be',
    LOG_LEVEL: 'silent',
  });
});
afterAll(async () => {
  await services().close();
  await stage.close();
});

const row = (id: string) => stage.database().schedule.findUniqueOrThrow({ where: { id } });

/** A schedule of so many dates, the first of which comes in some seconds. */
async function write(dates: number, rest: Pick<ScheduleToWrite, 'overlap' | 'catchUpSeconds'>) {
  const step = EVERY_SECONDS * 1_000;
  const start = Math.ceil(Date.now() / step) * step + 3 * step;
  const end = start + (dates - 1) * step;
  const id = await writeSchedule(stage.database(), stage.projectId, {
    team: team({ participants: [agent({ name: 'writer' })], maxTurns: 1 }),
    spec: {
      timing: { kind: 'interval', everySeconds: EVERY_SECONDS, offsetSeconds: 0 },
      startAt: new Date(start).toISOString(),
      endAt: new Date(end).toISOString(),
    },
    ...rest,
  });
  await eventually(
    () => row(id),
    ({ unappliedSince }) => unappliedSince === null,
    PATIENCE_MS,
  );
  return { id, start, end };
}

/** What the list says of a schedule that has ended, and what the server has counted. */
async function account(id: string) {
  const ended = await eventually(
    async () => {
      const running = await stage.database().scheduledRun.count({ where: { scheduleId: id, endedAt: null } });
      return { ...(await row(id)), running };
    },
    ({ endedAt, running }) => endedAt !== null && running === 0,
    PATIENCE_MS,
  );
  const scope = scopeOfMembership({ projectId: stage.projectId });
  const range = { from: new Date(0), until: new Date(), most: 100 };
  const read = await readScheduleDates(scope, id, range);
  if (read === null) throw new Error('there is no such schedule');
  const { seenMissed, seenSkipped, seenDropped, seenWaiting } = ended;
  return { ...read, server: { seenMissed, seenSkipped, seenDropped, seenWaiting } };
}

describe('the dates of a schedule agree with the server’s own counters', () => {
  it('under each policy, when runs last longer than from one date to the next', async () => {
    const gate = createGate();
    stage.model.otherwise(() => text('The report', { hold: { afterChunks: 0, until: gate } }));
    const dates = 8;
    const made = await Promise.all(
      overlapPolicies.map(async (overlap) => ({ overlap, ...(await write(dates, { overlap })) })),
    );
    const skip = made.find(({ overlap }) => overlap === 'skip')?.id ?? '';
    await eventually(
      () => row(skip),
      ({ seenSkipped }) => seenSkipped >= 2,
      PATIENCE_MS,
    );
    gate.open();
    const accounts = await Promise.all(
      made.map(async ({ overlap, id }) => ({ overlap, ...(await account(id)) })),
    );
    // One whose place a newer one has taken is not counted by the server.
    for (const { overlap, counts, dates: listed, server } of accounts) {
      const { run, skipped, replaced, missed, dropped } = counts;
      const said = { overlap, all: listed.length, seenSkipped: skipped, seenMissed: missed };
      expect({ ...said, seenDropped: dropped, seenWaiting: 0, rest: run + replaced }).toEqual({
        overlap,
        all: dates,
        ...server,
        rest: dates - server.seenSkipped,
      });
    }
    const countsOf = (policy: string) => accounts.find(({ overlap }) => overlap === policy)?.counts;
    expect(countsOf('skip')?.skipped).toBeGreaterThanOrEqual(2);
    expect(countsOf('buffer_one')?.skipped).toBeGreaterThanOrEqual(1);
    for (const policy of ['buffer_all', 'allow_all']) expect(countsOf(policy)?.run).toBe(dates);
    for (const policy of ['skip', 'buffer_one']) expect(countsOf(policy)?.replaced).toBe(0);
  });

  it('when the server was away: within the catch-up window dates run late, others are missed', async () => {
    stage.model.otherwise(() => text('The report'));
    const dates = 12;
    const [short, long] = await Promise.all([
      write(dates, { overlap: 'allow_all', catchUpSeconds: 10 }),
      write(dates, { overlap: 'allow_all', catchUpSeconds: 600 }),
    ]);
    await eventually(
      () => stage.database().scheduledRun.count({ where: { scheduleId: short.id } }),
      (runs) => runs >= 1,
      PATIENCE_MS,
    );
    const since = Date.now();
    await stage.restartTemporal(async () => {
      // Longer than the short window, until some dates of both have passed.
      while (Date.now() < since + 5 * EVERY_SECONDS * 1_000) await delay(100);
    });
    const [missing, late] = [await account(short.id), await account(long.id)];
    expect(missing.counts.missed).toBe(missing.server.seenMissed);
    expect(missing.counts.missed).toBeGreaterThanOrEqual(1);
    expect(missing.counts.run).toBe(dates - missing.counts.missed);
    for (const { outcome } of missing.dates) {
      if (outcome.kind === 'missed') expect(outcome.lateBySeconds).toBeGreaterThanOrEqual(10);
    }
    expect(late.counts).toMatchObject({ run: dates, missed: 0 });
    expect(late.server.seenMissed).toBe(0);
    const latest = Math.max(
      ...late.dates.map(({ outcome }) => (outcome.kind === 'run' ? (outcome.lateBySeconds ?? 0) : 0)),
    );
    expect(latest).toBeGreaterThan(10);
  });
});
