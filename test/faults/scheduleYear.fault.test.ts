import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type FaultStage, setFaultStage } from './faultStage.ts';
import { killThroughAYear } from './scheduleYear.ts';

jest.setTimeout(900_000);

let stage: FaultStage;
beforeAll(async () => {
  stage = await setFaultStage();
});
afterAll(() => stage.close());

it('kill -9 of worker, server and database: each date of a schedule has one run, in order', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`schedule year: seed ${String(seed)}\n`);
  // Over a change of the clocks in Berlin.
  const range = { from: '2025-03-24T00:00:00Z', until: '2025-04-05T00:00:00Z', zones: ['Europe/Berlin'] };
  const report = await killThroughAYear(stage, { ...range, kills: 5, between: [500, 3_000], seed });
  expect(report.faults).toEqual([]);
  expect(report.dates).toBe(20);
  expect(report.midWork).toBeGreaterThan(0);
});
