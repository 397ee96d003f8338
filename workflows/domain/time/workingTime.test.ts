import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterWorking,
  MOST_YEARS,
  secondsAWeek,
  weekdays,
  type WorkingCalendar,
  type WorkingHours,
  workingSecondsBetween,
} from './workingTime.ts';
import { openZone } from './zone.ts';

const MINUTE_MS = 60_000;
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

function calendarOf(
  timeZone: string,
  hoursOf: (weekday: (typeof weekdays)[number]) => WorkingHours[],
  holidays: WorkingCalendar['holidays'] = [],
): WorkingCalendar {
  const week = Object.fromEntries(weekdays.map((day) => [day, hoursOf(day)]));
  return { timeZone, week: week as WorkingCalendar['week'], holidays };
}

const nineToFive = [{ from: '09:00', to: '17:00' }];
const office = calendarOf(
  'Europe/Berlin',
  (day) => (day === 'saturday' || day === 'sunday' ? [] : nineToFive),
  [
    { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '09:00', to: '12:00' }] },
    { date: '2026-12-25', name: 'Christmas', hours: [] },
  ],
);

describe('working time', () => {
  it.each([
    ['an hour within the day', '2026-12-01T08:30:00Z', 3_600, '2026-12-01T09:30:00.000Z'],
    [
      'what is left of the day goes on in the next',
      '2026-12-01T15:30:00Z',
      3_600,
      '2026-12-02T08:30:00.000Z',
    ],
    ['a whole day ends as the day does', '2026-12-01T08:00:00Z', 8 * 3_600, '2026-12-01T16:00:00.000Z'],
    ['a weekend', '2026-12-04T15:59:30Z', 60, '2026-12-07T08:00:30.000Z'],
    ['from outside of the hours', '2026-12-05T12:00:00Z', 1, '2026-12-07T08:00:01.000Z'],
    ['half a day and a holiday', '2026-12-24T10:00:00Z', 2 * 3_600, '2026-12-28T09:00:00.000Z'],
    ['no time at all', '2026-12-05T12:00:00Z', 0, '2026-12-05T12:00:00.000Z'],
  ])('passes: %s', (_name, start, seconds, then) => {
    expect(iso(afterWorking(office, at(start), seconds))).toBe(then);
  });

  it('counts an hour that comes twice twice, and does not count one that is left out', () => {
    const night = calendarOf('Europe/Berlin', () => [{ from: '02:00', to: '04:00' }]);
    const hoursOn = (from: string, to: string) => workingSecondsBetween(night, at(from), at(to)) / 3_600;
    expect(hoursOn('2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(3);
    expect(hoursOn('2026-03-28T23:00Z', '2026-03-29T22:00Z')).toBe(1);
    expect(hoursOn('2026-03-29T22:00Z', '2026-03-30T22:00Z')).toBe(2);
    expect(iso(afterWorking(night, at('2026-10-24T22:00Z'), 2.5 * 3_600))).toBe('2026-10-25T02:30:00.000Z');
  });

  it('leaves out a date that a zone has left out', () => {
    const apia = calendarOf('Pacific/Apia', () => nineToFive);
    // Samoa went from the 29th to the 31st of December 2011.
    expect(workingSecondsBetween(apia, at('2011-12-29T10:00Z'), at('2011-12-31T10:00Z'))).toBe(16 * 3_600);
  });

  it('has an end where nobody ever works', () => {
    const never = calendarOf('UTC', () => []);
    const start = at('2026-12-01T00:00Z');
    expect(afterWorking(never, start, 1)).toBe(start + MOST_YEARS * 366 * 24 * 60 * MINUTE_MS);
    expect(workingSecondsBetween(never, start, at('9999-12-31T00:00Z'))).toBe(0);
  });

  it('of a week counts hours that overlap once', () => {
    const doubled = calendarOf('UTC', (day) =>
      day === 'monday'
        ? [
            { from: '13:00', to: '24:00' },
            { from: '12:30', to: '14:00' },
          ]
        : [],
    );
    expect(secondsAWeek(doubled)).toBe(11.5 * 3_600);
    expect(secondsAWeek(office)).toBe(40 * 3_600);
  });
});

describe('working time, beside a walk from minute to minute', () => {
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ];
  // Around changes of the clocks, and at other times.
  const starts = fc.oneof(
    ...[
      '2026-03-07',
      '2026-03-28',
      '2026-04-04',
      '2026-10-03',
      '2026-10-24',
      '2026-10-31',
      '2026-02-14',
      '2026-07-01',
    ].map((day) =>
      fc.integer({ min: 0, max: 2 * 24 * 60 }).map((minutes) => at(`${day}T00:00Z`) + minutes * MINUTE_MS),
    ),
  );
  const clockTime = fc.integer({ min: 0, max: 96 }).map((quarters) => {
    const two = (value: number) => String(value).padStart(2, '0');
    return `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
  });
  const someHours = fc.array(
    fc
      .tuple(clockTime, clockTime)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
    { maxLength: 3 },
  );
  const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc
      .tuple(...weekdays.map(() => someHours))
      .map((days) => Object.fromEntries(weekdays.map((day, index) => [day, days[index]]))) as fc.Arbitrary<
      WorkingCalendar['week']
    >,
    holidays: fc
      .array(
        fc.record({
          date: fc.constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-07-02'),
          name: fc.constant('A day'),
          hours: someHours,
        }),
        { maxLength: 2 },
      )
      .map((days) => days.filter(({ date }, index) => days.findIndex((day) => day.date === date) === index)),
  });

  /** The minutes of a walk in which people work, by what the clock on the wall shows as each begins. */
  function worksAt(calendar: WorkingCalendar): (ms: number) => boolean {
    const zone = openZone(calendar.timeZone);
    return (ms) => {
      const wall = new Date(zone.wallAt(ms)).toISOString();
      const [date = '', time = ''] = [wall.slice(0, 10), wall.slice(11, 16)];
      const weekday = weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
      const hours = calendar.holidays.find((day) => day.date === date)?.hours ?? calendar.week[weekday];
      return hours.some(({ from, to }) => from <= time && time < to);
    };
  }

  it('is as much between two moments', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 0, max: 2_500 }), (calendar, start, minutes) => {
        const works = worksAt(calendar);
        let walked = 0;
        for (let minute = 0; minute < minutes; minute++) if (works(start + minute * MINUTE_MS)) walked += 60;
        expect(workingSecondsBetween(calendar, start, start + minutes * MINUTE_MS)).toBe(walked);
      }),
      { numRuns: 60 },
    );
  });

  it('has passed at the moment that is found, and not a moment before', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 200_000 }), (calendar, start, seconds) => {
        fc.pre(secondsAWeek(calendar) > 0);
        const found = afterWorking(calendar, start, seconds);
        expect(workingSecondsBetween(calendar, start, found)).toBeCloseTo(seconds, 6);
        expect(workingSecondsBetween(calendar, start, found - 1)).toBeLessThan(seconds);
      }),
    );
  });

  it('is all time where people always work', () => {
    const always = calendarOf('America/New_York', () => [{ from: '00:00', to: '24:00' }]);
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 10_000_000 }), (start, seconds) => {
        expect(afterWorking(always, start, seconds)).toBe(start + seconds * 1_000);
      }),
    );
  });
});
