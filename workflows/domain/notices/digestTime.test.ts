import { expect, it } from '@jest/globals';
import { nextDigestAtMs } from './digestTime.ts';

const next = (pace: 'hourly' | 'daily', zone: string, now: string) =>
  new Date(nextDigestAtMs(pace, zone, Date.parse(now))).toISOString();

it.each([
  ['hourly', 'UTC', '2026-03-28T09:59:59Z', '2026-03-28T10:00:00.000Z'],
  ['hourly', 'UTC', '2026-03-28T10:00:00Z', '2026-03-28T11:00:00.000Z'],
  ['daily', 'Europe/Berlin', '2026-03-28T06:59:00Z', '2026-03-28T07:00:00.000Z'],
  // The clock is put forward in the night between.
  ['daily', 'Europe/Berlin', '2026-03-28T07:00:00Z', '2026-03-29T06:00:00.000Z'],
  ['daily', 'Asia/Shanghai', '2026-03-28T23:00:00Z', '2026-03-29T00:00:00.000Z'],
] as const)('a digest comes %s in %s: after %s at %s', (pace, zone, now, then) => {
  expect(next(pace, zone, now)).toBe(then);
});
