import { describe, expect, test } from '@jest/globals';
import { describePollers } from './describePollers.ts';
import { formatHealth, healthStatus } from './healthReport.ts';

const NOW = 1_000_000_000;

describe('describePollers', () => {
  test('says how long ago the older of the two polls was', () => {
    const polls = { workflowPolledAtMs: NOW - 4_000, activityPolledAtMs: NOW - 1_000, nowMs: NOW };
    expect(describePollers(polls)).toEqual({ state: 'ok', detail: 'last poll 4.0 s ago' });
  });

  test('is degraded where nobody polls for one of the two', () => {
    const polls = { workflowPolledAtMs: NOW, activityPolledAtMs: null, nowMs: NOW };
    expect(describePollers(polls).state).toBe('degraded');
  });

  test('is degraded where the last poll is older than a poll can be', () => {
    const polls = { workflowPolledAtMs: NOW - 200_000, activityPolledAtMs: NOW, nowMs: NOW };
    expect(describePollers(polls).state).toBe('degraded');
  });
});

describe('health', () => {
  const ok = { name: 'database', state: 'ok', detail: '1 ms' } as const;

  test('is 200 without a worker, 503 without a database', () => {
    expect(healthStatus([ok, { name: 'worker', state: 'degraded', detail: '' }])).toBe(200);
    expect(healthStatus([{ ...ok, state: 'down' }])).toBe(503);
  });

  test('is a line each', () => {
    expect(formatHealth([ok])).toBe('database: ok (1 ms)\n');
  });
});
