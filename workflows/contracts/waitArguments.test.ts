import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../domain/json.ts';
import { afterDuration, readDuration } from '../domain/time/duration.ts';
import { LONGEST_REASON, readWait } from './waitArguments.ts';

const NOW = '2027-01-31T09:00:00.000Z';
const nowMs = Date.parse(NOW);
const reason = 'The market opens';
const waitsUntil = (given: Record<string, Json>) => {
  const wait = readWait({ reason, ...given }, nowMs);
  return typeof wait === 'string' ? wait : new Date(wait.untilMs).toISOString();
};

describe('what a call of wait_until waits for', () => {
  it.each([
    [{ until: '2027-02-01T09:00:00Z' }, '2027-02-01T09:00:00.000Z'],
    [{ until: '2027-02-01T09:00:00.5+01:00' }, '2027-02-01T08:00:00.500Z'],
    [{ until: '2027-02-01T09:00:00Z', for: null }, '2027-02-01T09:00:00.000Z'],
    [{ until: '2028-01-31T09:00:00Z' }, '2028-01-31T09:00:00.000Z'],
    [{ for: '2 hours' }, '2027-01-31T11:00:00.000Z'],
    [{ for: '1 day 6 hours' }, '2027-02-01T15:00:00.000Z'],
    [{ for: '1 day, 6 hours and 30 min' }, '2027-02-01T15:30:00.000Z'],
    [{ for: '90 Minutes' }, '2027-01-31T10:30:00.000Z'],
    [{ for: '1.5h' }, '2027-01-31T10:30:00.000Z'],
    [{ for: 'PT2H30M' }, '2027-01-31T11:30:00.000Z'],
    [{ for: 'P3D' }, '2027-02-03T09:00:00.000Z'],
    [{ for: 'P2W' }, '2027-02-14T09:00:00.000Z'],
    // January has a 31st, February has none.
    [{ for: 'P1M' }, '2027-02-28T09:00:00.000Z'],
    [{ for: '1 month' }, '2027-02-28T09:00:00.000Z'],
    [{ for: '1 year' }, '2028-01-31T09:00:00.000Z'],
  ])('%j', (given, expected) => {
    expect(waitsUntil(given)).toBe(expected);
  });

  it.each([
    [{}, 'Give exactly one of "until" (a time) and "for" (a duration).'],
    [{ until: null, for: null }, 'Give exactly one of'],
    [{ until: '2027-02-01T09:00:00Z', for: 'P3D' }, 'Give exactly one of'],
    [{ until: NOW }, `"until" must be in the future: it is ${NOW} now.`],
    [{ until: '2027-01-01T00:00:00Z' }, '"until" must be in the future'],
    [{ until: '2027-02-01T09:00:00' }, '"until" must be a time as ISO 8601 with a zone'],
    [{ until: '2027-02-30T09:00:00Z' }, '"until" must be a time'],
    [{ until: '2027-02-01' }, '"until" must be a time'],
    [{ until: 'tomorrow' }, '"until" must be a time'],
    [{ until: 5 }, '"until" must be a time'],
    [{ until: '2028-02-02T00:00:00Z' }, 'A wait can be at most a year long'],
    [{ until: '+012027-02-01T09:00:00Z' }, '"until" must be a time'],
    [{ for: '2 years' }, 'A wait can be at most a year long'],
    [{ for: `P${'9'.repeat(90)}Y` }, 'A wait can be at most a year long'],
    [{ for: '0 seconds' }, '"for" must be longer than no time at all.'],
    [{ for: '' }, '"for" must be a duration'],
    [{ for: 'P' }, '"for" must be a duration'],
    [{ for: 'PT' }, '"for" must be a duration'],
    [{ for: '-2 hours' }, '"for" must be a duration'],
    [{ for: '5 m' }, '"for" must be a duration'],
    [{ for: '1.5 months' }, '"for" must be a duration'],
    [{ for: '2 constructors' }, '"for" must be a duration'],
    [{ for: 'a while' }, '"for" must be a duration'],
    [{ for: 7200 }, '"for" must be a duration'],
    [{ for: 'P3D', reason: '  ' }, '"reason" is empty: say what you wait for.'],
    [{ for: 'P3D', reason: null }, '"reason" must be a text'],
    [{ for: 'P3D', reason: 'x'.repeat(LONGEST_REASON + 1) }, '"reason" is longer than 500 characters'],
    [{ for: 'P3D', seconds: 5 }, 'There is no argument "seconds"'],
  ])('refuses %j with what to do', (given, expected) => {
    expect(waitsUntil(given)).toContain(expected);
  });

  it('keeps a reason that the database can store', () => {
    expect(readWait({ for: 'P1D', reason: ' a\0b\uD800 ' }, nowMs)).toMatchObject({
      reason: 'a\uFFFDb\uFFFD',
    });
  });

  it('never throws, whatever the arguments are, and never waits for the past or longer than a year', () => {
    const anything = fc.dictionary(
      fc.constantFrom('until', 'for', 'reason', 'x', '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (given) => {
        const wait = readWait(given as Record<string, Json>, nowMs);
        return (
          typeof wait === 'string' || (wait.untilMs > nowMs && wait.untilMs <= nowMs + 366 * 24 * 3_600_000)
        );
      }),
    );
  });
});

describe('a duration', () => {
  const parts = fc.record({
    weeks: fc.nat(50),
    days: fc.nat(400),
    hours: fc.nat(100),
    minutes: fc.nat(1_000),
    seconds: fc.nat(10_000),
  });

  it('is the same in ISO 8601 and in words', () => {
    fc.assert(
      fc.property(parts, ({ weeks, days, hours, minutes, seconds }) => {
        const iso = `P${String(weeks)}W${String(days)}DT${String(hours)}H${String(minutes)}M${String(seconds)}S`;
        const words = `${String(weeks)} weeks, ${String(days)} days, ${String(hours)} hours, ${String(minutes)} minutes and ${String(seconds)} seconds`;
        const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
        expect(readDuration(iso)).toEqual({ months: 0, ms });
        expect(readDuration(words)).toEqual({ months: 0, ms });
      }),
    );
  });

  it('of months ends on the same day of the month, or on its last one', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 24 }), (start, months) => {
        const after = new Date(afterDuration(start.getTime(), { months, ms: 0 }));
        const passed =
          (after.getUTCFullYear() - start.getUTCFullYear()) * 12 + after.getUTCMonth() - start.getUTCMonth();
        const next = new Date(after.getTime() + 24 * 3_600_000);
        expect(passed).toBe(months);
        expect(after.getUTCDate() === start.getUTCDate() || next.getUTCDate() === 1).toBe(true);
      }),
    );
  });
});
