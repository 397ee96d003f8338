import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Client } from '@temporalio/client';
import fc from 'fast-check';
import { connectTemporal } from '../../platform/temporal.ts';
import { createSchedule, deleteTemporalSchedule, lookAtSchedule } from '../../platform/temporalSchedules.ts';
import { randomScheduleSpec } from '../../test/support/randomScheduleSpec.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { clientSpecOf, temporalSchedule } from '../../workflows/contracts/schedules/serverSchedule.ts';
import { compileSpec } from '../../workflows/domain/schedules/compileSpec.ts';
import { readCron } from '../../workflows/domain/schedules/cron.ts';
import { previewTimes } from '../../workflows/domain/schedules/preview.ts';
import type { Calendar, ScheduleSpec } from '../../workflows/domain/schedules/spec.ts';

/** SCHEDULE_SPECS: how many are compared with the server. */
const RUNS = Number(process.env['SCHEDULE_SPECS'] ?? 1_000);

jest.setTimeout(600_000 * Math.max(1, RUNS / 1_000));

const { TASK_QUEUE: taskQueue, ...place } = testTemporal();
let temporal: Client;
beforeAll(async () => {
  temporal = await connectTemporal(place);
});
afterAll(() => temporal.connection.close());

const now = new Date();

function calendarsOf(expression: string) {
  const read = readCron(expression);
  return 'calendar' in read ? [read.calendar] : [];
}

/** Of Monday to Sunday as one range of a cron expression ("1-7", "1/1", "mon-7") the server loses Sunday. */
function isFromMondayToSunday({ dayOfWeek }: Calendar): boolean {
  return (
    dayOfWeek.some(({ start, end, step }) => start === 1 && end === 6 && step === 1) &&
    dayOfWeek.some(({ start, end }) => start === 0 && end === 0)
  );
}

/** The next ten times of a spec as the server says them. */
async function serverTimes(spec: ScheduleSpec): Promise<string[]> {
  const id = randomUUID();
  const kept = {
    ...temporalSchedule({
      id,
      projectId: id,
      name: 'test',
      revision: 1,
      spec: compileSpec(spec, now),
      overlap: 'skip',
      catchUpSeconds: 60,
      remainingRuns: null,
      isPaused: true,
      pauseNote: 'test',
    }),
    keywords: {},
  };
  // As a person writes it, where the server is told it as it is: its own reading is compared, too. (Where the clocks jump by
  // half an hour or over midnight the server would do otherwise, and is told hours and dates.)
  const compiled = compileSpec(spec, now);
  const asWritten =
    spec.timing.kind === 'cron' &&
    spec.gap === 'skip' &&
    spec.fold === 'twice' &&
    compiled.intervals.length === 0 &&
    !compiled.calendars.some(isFromMondayToSunday) &&
    isDeepStrictEqual(compiled.calendars, spec.timing.expressions.flatMap(calendarsOf))
      ? {
          ...clientSpecOf({ ...compiled, calendars: [], intervals: [] }),
          cronExpressions: spec.timing.expressions,
        }
      : kept.spec;
  await createSchedule(temporal, taskQueue, { ...kept, spec: asWritten });
  const sight = await lookAtSchedule(temporal, kept.scheduleId);
  await deleteTemporalSchedule(temporal, kept.scheduleId);
  return (sight?.description.info.nextActionTimes ?? []).map((at) => at.toISOString());
}

describe('the times of a schedule', () => {
  it('are the same in a preview and on the server, for random specs in random zones', async () => {
    const seed = Number(process.env['SCHEDULE_SEED'] ?? Date.now() % 1_000_000_000);
    process.stdout.write(`schedule times: seed ${String(seed)}, ${String(RUNS)} specs\n`);
    let compared = 0;
    const differ: { spec: ScheduleSpec; previewed: string[]; asked: string[] }[] = [];
    const lanes = 8;
    const specs = fc.sample(randomScheduleSpec, { seed, numRuns: RUNS });
    const lane = async (first: number) => {
      for (let index = first; index < specs.length; index += lanes) {
        const spec = specs[index];
        if (spec === undefined) continue;
        const asked = await serverTimes(spec);
        const previewed = previewTimes(spec, now, 10).map(({ at }) => at.toISOString());
        if (JSON.stringify(previewed) !== JSON.stringify(asked)) differ.push({ spec, previewed, asked });
        compared += asked.length;
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
    expect({ seed, differ }).toEqual({ seed, differ: [] });
    expect(compared).toBeGreaterThan(RUNS * 5);
  });
});
