import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomScheduleSpec } from '../../../test/support/randomScheduleSpec.ts';
import { isTimeZone, wallTimeAt, zoneClock } from '../time/zoneClock.ts';
import { compileSpec } from './compileSpec.ts';
import { readCron } from './cron.ts';
import { startOfDay } from './localDay.ts';
import { previewTimes } from './preview.ts';
import { dueTimes, lastTimesBetween, timesBetween } from './serverTimes.ts';
import type { ScheduleSpec } from './spec.ts';

const spec = (expression: string, changes: Partial<ScheduleSpec> = {}): ScheduleSpec => ({
  timing: { kind: 'cron', expressions: [expression] },
  timeZone: 'Europe/Berlin',
  startAt: null,
  endAt: null,
  jitterSeconds: 0,
  gap: 'skip',
  fold: 'twice',
  ...changes,
});
const times = (of: ScheduleSpec, after: string, most: number) =>
  previewTimes(of, new Date(after), most).map(({ at }) => at.toISOString().replace('.000Z', 'Z'));

// In Berlin the clocks go from 2 to 3 on 28 March 2027, and from 3 to 2 on 31 October 2027.
const MARCH = '2027-03-27T12:00:00Z';
const OCTOBER = '2027-10-30T12:00:00Z';

describe('the last times of a range', () => {
  it('are the end of all of them, however sparse or unevenly spread', () => {
    const from = Date.UTC(2027, 0, 1) / 1_000;
    const ranges = fc.record({
      of: randomScheduleSpec,
      start: fc.integer({ min: 0, max: 20 * 86_400 }),
      days: fc.integer({ min: 0, max: 4 }),
      most: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(ranges, ({ of, start, days, most }) => {
        const due = dueTimes(compileSpec(of, new Date(from * 1_000)));
        const until = from + start + days * 86_400;
        const all = timesBetween(due, from + start, until, Infinity);
        expect(lastTimesBetween(due, from + start, until, most)).toEqual(all.slice(-most));
      }),
      { numRuns: 100 },
    );
    const january = dueTimes(compileSpec(spec('* * * 1 *', { timeZone: 'UTC' }), new Date(from * 1_000)));
    const found = lastTimesBetween(january, 0, Date.UTC(2027, 11, 1) / 1_000, 100);
    expect([found.length, found.at(-1)]).toEqual([100, Date.UTC(2027, 0, 31, 23, 59) / 1_000]);
  });
});

describe('where the clocks jump', () => {
  it('a local time that does not exist is left out', () => {
    expect(times(spec('30 2 * * *'), MARCH, 2)).toEqual(['2027-03-29T00:30:00Z', '2027-03-30T00:30:00Z']);
  });

  it('or comes at the first minute after the jump, once', () => {
    const moved = spec('15,45 2 * * *', { gap: 'next_minute' });
    expect(times(moved, MARCH, 2)).toEqual(['2027-03-28T01:00:00Z', '2027-03-29T00:15:00Z']);
  });

  it('which is one run with the one that is due there anyway', () => {
    const moved = spec('0 2,3 * * *', { gap: 'next_minute' });
    expect(times(moved, MARCH, 3)).toEqual([
      '2027-03-28T01:00:00Z',
      '2027-03-29T00:00:00Z',
      '2027-03-29T01:00:00Z',
    ]);
  });

  it('also where they jump by half an hour', () => {
    const left = spec('15 2 * * *', { timeZone: 'Australia/Lord_Howe' });
    expect(times(left, '2027-10-02T10:00:00Z', 1)).toEqual(['2027-10-03T15:15:00Z']);
    const moved = spec('15 2 * * *', { gap: 'next_minute', timeZone: 'Australia/Lord_Howe' });
    // From 2:00 to 2:30 on 3 October 2027.
    expect(times(moved, '2027-10-02T10:00:00Z', 2)).toEqual(['2027-10-02T15:30:00Z', '2027-10-03T15:15:00Z']);
  });
});

describe('where the clocks jump over midnight', () => {
  // In Havana from 0 to 1 on Sunday 10 March 2030, in Santiago on Sunday 5 September 2027.
  const onDays = (days: string, zone: string, after: string, changes: Partial<ScheduleSpec> = {}) =>
    times(spec(`8 3 * * ${days}`, { timeZone: zone, ...changes }), after, 3);

  it.each(['skip', 'next_minute'] as const)('the day keeps its day of the week (gap: %s)', (gap) => {
    const inHavana = (days: string) => onDays(days, 'America/Havana', '2030-03-08T12:00:00Z', { gap });
    expect(inHavana('sat')).toEqual(['2030-03-09T08:08:00Z', '2030-03-16T07:08:00Z', '2030-03-23T07:08:00Z']);
    expect(inHavana('sun')).toEqual(['2030-03-10T07:08:00Z', '2030-03-17T07:08:00Z', '2030-03-24T07:08:00Z']);
    expect(inHavana('sat,sun')).toEqual([
      '2030-03-09T08:08:00Z',
      '2030-03-10T07:08:00Z',
      '2030-03-16T07:08:00Z',
    ]);
    expect(onDays('7', 'America/Santiago', '2027-09-04T12:00:00Z', { gap })).toEqual([
      '2027-09-05T06:08:00Z',
      '2027-09-12T06:08:00Z',
      '2027-09-19T06:08:00Z',
    ]);
  });

  it('and of all its minutes the spec stays small', () => {
    const compiled = compileSpec(spec('* * * * sun', { timeZone: 'America/Havana' }), new Date(MARCH));
    expect(compiled.intervals).toEqual([]);
    expect(compiled.calendars.length).toBeLessThan(40);
    const due = dueTimes(compiled);
    const from = Date.UTC(2030, 2, 10, 4) / 1_000;
    expect(timesBetween(due, from, from + 86_400 * 2, 2_000)).toHaveLength(23 * 60);
  });
});

describe('where an hour is repeated', () => {
  it('there are two runs', () => {
    expect(times(spec('30 2 * * *'), OCTOBER, 3)).toEqual([
      '2027-10-31T00:30:00Z',
      '2027-10-31T01:30:00Z',
      '2027-11-01T01:30:00Z',
    ]);
  });

  it('or one, the first time', () => {
    expect(times(spec('30 2 * * *', { fold: 'once' }), OCTOBER, 2)).toEqual([
      '2027-10-31T00:30:00Z',
      '2027-11-01T01:30:00Z',
    ]);
  });

  it('also west of Greenwich, and for a run of each quarter of an hour', () => {
    const newYork = spec('30 1 * * *', { timeZone: 'America/New_York' });
    expect(times(newYork, '2027-11-06T12:00:00Z', 3)).toEqual([
      '2027-11-07T05:30:00Z',
      '2027-11-07T06:30:00Z',
      '2027-11-08T06:30:00Z',
    ]);
    expect(times({ ...newYork, fold: 'once' }, '2027-11-06T12:00:00Z', 2)).toEqual([
      '2027-11-07T05:30:00Z',
      '2027-11-08T06:30:00Z',
    ]);
    const quarters = (fold: ScheduleSpec['fold']) =>
      times(spec('*/15 * * * *', { fold }), '2027-10-30T23:50:00Z', 12).map((at) => at.slice(11, 16));
    expect(quarters('twice').slice(0, 9)).toEqual(
      '00:00 00:15 00:30 00:45 01:00 01:15 01:30 01:45 02:00'.split(' '),
    );
    expect(quarters('once').slice(0, 5)).toEqual('00:00 00:15 00:30 00:45 02:00'.split(' '));
  });

  it('for each of the coming years', () => {
    const once = dueTimes(
      compileSpec(spec('30 2 * * *', { fold: 'once', gap: 'next_minute' }), new Date(MARCH)),
    );
    let at: number | null = Date.parse(MARCH) / 1_000;
    const days = new Set<string>();
    let count = 0;
    const clock = zoneClock('Europe/Berlin');
    while (at !== null && at < Date.parse('2033-01-01') / 1_000) {
      at = once.after(at);
      if (at === null) break;
      const { year, month, day } = wallTimeAt(clock, at);
      days.add(`${String(year)}-${String(month)}-${String(day)}`);
      count += 1;
    }
    // One each day, and each day one.
    expect(days.size).toBe(count);
    expect(count).toBe(Math.round((Date.parse('2033-01-01') - Date.parse('2027-03-28')) / 86_400_000) + 1);
  });
});

describe('a preview', () => {
  it('marks where the clocks change', () => {
    const [before, changed, after] = previewTimes(spec('0 9 * * *'), new Date('2027-03-27T00:00:00Z'), 3);
    expect([before?.clocksChangeBy, changed?.clocksChangeBy, after?.clocksChangeBy]).toEqual([
      null,
      60,
      null,
    ]);
    expect([before?.offsetMinutes, changed?.offsetMinutes]).toEqual([60, 120]);
  });

  it('ends with the schedule', () => {
    const ending = spec('0 9 * * *', { endAt: '2027-01-02T08:00:00Z' });
    expect(times(ending, '2026-12-31T12:00:00Z', 9)).toEqual([
      '2027-01-01T08:00:00Z',
      '2027-01-02T08:00:00Z',
    ]);
  });

  it('finds a leap day', () => {
    expect(times(spec('0 12 29 2 *'), '2027-01-01T00:00:00Z', 2)).toEqual([
      '2028-02-29T11:00:00Z',
      '2032-02-29T11:00:00Z',
    ]);
  });

  it('is empty for a date that there is not', () => {
    expect(times(spec('0 12 30 2 *'), '2027-01-01T00:00:00Z', 1)).toEqual([]);
  });

  it('counts intervals from 1970 whatever the clocks do', () => {
    const interval = spec('', { timing: { kind: 'interval', everySeconds: 43_200, offsetSeconds: 3_600 } });
    expect(times(interval, MARCH, 3)).toEqual([
      '2027-03-27T13:00:00Z',
      '2027-03-28T01:00:00Z',
      '2027-03-28T13:00:00Z',
    ]);
  });
});

describe('a spec that treats changes of the clocks otherwise', () => {
  it('differs from the plain one only on the dates of such changes', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    fc.assert(
      fc.property(randomScheduleSpec, (random) => {
        const plain = dueTimes(compileSpec({ ...random, gap: 'skip', fold: 'twice' }, now));
        const treated = dueTimes(compileSpec({ ...random, gap: 'next_minute', fold: 'once' }, now));
        const clock = zoneClock(random.timeZone);
        const isNearChange = (seconds: number) =>
          clock.offsetAt(seconds - 90_000) !== clock.offsetAt(seconds + 90_000);
        let one: number | null = Date.parse(random.startAt ?? '') / 1_000;
        let other: number | null = one;
        for (let step = 0; step < 30; step += 1) {
          one = nextAwayFrom(plain, one, isNearChange);
          other = nextAwayFrom(treated, other, isNearChange);
          if (isFarOff(one) && isFarOff(other)) return;
          expect(other).toBe(one);
          if (one === null || other === null) return;
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** When a time that is written down by itself comes again: twice as far from 1970. */
function isFarOff(seconds: number | null): boolean {
  return seconds === null || seconds > Date.UTC(2080, 0, 1) / 1_000;
}

function nextAwayFrom(
  due: ReturnType<typeof dueTimes>,
  after: number,
  isNear: (seconds: number) => boolean,
): number | null {
  let at = due.after(after);
  while (at !== null && isNear(at)) {
    // Past the change at once, to the same moment from wherever: a schedule may be due each second.
    let past = Math.floor(at / 60) * 60;
    while (isNear(past)) past += 60;
    at = due.after(past - 1);
  }
  return at;
}

describe('the days of a cron expression', () => {
  const daysOf = (expression: string) =>
    times(spec(expression, { timeZone: 'UTC' }), '2027-01-03T12:00:00Z', 7)
      .filter((at) => at < '2027-01-11')
      .map((at) => new Date(at).getUTCDay());

  // From Monday, 4 January 2027, to Sunday.
  it.each([
    ['0 9 * * 0', [0]],
    ['0 9 * * 7', [0]],
    ['0 9 * * 0,7', [0]],
    ['0 9 * * 1-7', [1, 2, 3, 4, 5, 6, 0]],
    ['0 9 * * mon-sun', [1, 2, 3, 4, 5, 6, 0]],
    ['0 9 * * 0-7', [1, 2, 3, 4, 5, 6, 0]],
    ['0 9 * * 5-7', [5, 6, 0]],
    ['0 9 * * FRI-SUN', [5, 6, 0]],
    ['0 9 * * 1-7/2', [1, 3, 5, 0]],
    ['0 9 * * sun-tue', [1, 2, 0]],
    ['0 9 ? * 1', [1]],
    ['0 9 4 * ?', [1]],
    ['@WEEKLY', [0]],
  ])('%s', (expression, days) => {
    expect(daysOf(expression)).toEqual(days);
  });
});

describe('a day of a zone', () => {
  it.each([
    ['of summer time', '2027-07-01T10:00:00Z', 'Europe/Berlin', '2027-06-30T22:00:00.000Z'],
    // In Havana the clocks go from 1 to 0 on 7 November 2027, and from 0 to 1 on 14 March 2027.
    ['whose midnight comes twice', '2027-11-07T18:00:00Z', 'America/Havana', '2027-11-07T04:00:00.000Z'],
    ['in the first hour of it', '2027-11-07T04:30:00Z', 'America/Havana', '2027-11-07T04:00:00.000Z'],
    ['without a midnight', '2027-03-14T18:00:00Z', 'America/Havana', '2027-03-14T05:00:00.000Z'],
  ])('%s begins once', (_what, at, zone, begin) => {
    expect(startOfDay(new Date(at), zone).toISOString()).toBe(begin);
  });
});

describe('a cron expression that says no times', () => {
  it.each([
    [
      '* * * *',
      'has 4 fields; write minute, hour, day of month, month and day of week, such as "0 9 * * 1-5"',
    ],
    ['61 * * * *', 'the minute 61 is not between 0 and 59'],
    ['0 9 * * mo-xx', '"xx" is no day of week'],
    [
      '0 9 * * 1-',
      '"1-" is no day of week; write *, a value, a range such as 1-5, a step such as */2, or several with commas',
    ],
    ['*/0 * * * *', 'the step of the minute "*/0" is 0; it has to be 1 or more'],
    ['0 9 20-10 * *', 'the day of month "20-10" ends before it begins'],
    [
      'CRON_TZ=Europe/Berlin 0 9 * * *',
      'names a time zone; leave it out here and choose the time zone of the schedule',
    ],
    ['@every soon', 'is no interval; write "@every 90m" or "@every 1h30m"'],
  ])('%s', (expression, message) => {
    expect(() => readCron(expression)).toThrow(message);
  });
});

it('an offset is no time zone: the server knows none', () => {
  expect(['Europe/Berlin', 'UTC', '+02:00', 'Europe/Atlantis'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
