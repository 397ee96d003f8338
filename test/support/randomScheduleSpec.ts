import fc from 'fast-check';
import type { CalendarText, ScheduleSpec, ScheduleTiming } from '../../workflows/domain/schedules/spec.ts';

/**
 * Zones with whole hours, half hours, jumps at midnight, of half an hour and of two, on both halves of the earth, and none. Left
 * out is one whose law has changed lately (Morocco, 2026): databases of different ages tell other times.
 */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'America/Asuncion',
  'America/Nuuk',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Asia/Jerusalem',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Antarctica/Troll',
];

const value = (min: number, max: number) => fc.integer({ min, max }).map(String);

/** A field of a cron expression: any, a value, a range, a step, a list. */
function field(min: number, max: number): fc.Arbitrary<string> {
  const range = fc
    .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
    .map(([one, other]) => `${String(Math.min(one, other))}-${String(Math.max(one, other))}`);
  const step = fc.integer({ min: 1, max: Math.max(2, Math.floor((max - min) / 2)) }).map(String);
  const part = fc.oneof(
    value(min, max),
    range,
    fc.tuple(range, step).map(([of, by]) => `${of}/${by}`),
    fc.tuple(value(min, max), step).map(([of, by]) => `${of}/${by}`),
    step.map((by) => `*/${by}`),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    { weight: 4, arbitrary: value(min, max) },
    { weight: 3, arbitrary: part },
    { weight: 1, arbitrary: fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(',')) },
  );
}

const named = (names: string) => fc.constantFrom(...names.split(' '));
// Most changes of the clocks are at night.
const hour = fc.oneof(field(0, 23), field(0, 4), value(0, 3));
const month = fc.oneof(
  { weight: 3, arbitrary: field(1, 12) },
  { weight: 1, arbitrary: named('jan MAR october Nov') },
);
const day = fc.oneof({ weight: 4, arbitrary: fc.constant('*') }, field(0, 7), named('sun Mo friday tue-fri'));
const dayOfMonth = fc.oneof({ weight: 3, arbitrary: fc.constant('*') }, field(1, 31));
const year = fc.oneof(
  { weight: 5, arbitrary: fc.constant('*') },
  value(2027, 2031),
  fc.constant('2027-2040/2'),
);
const second = fc.oneof({ weight: 5, arbitrary: fc.constant('0') }, field(0, 59));

const cron = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(field(0, 59), hour, dayOfMonth, month, day) },
  { weight: 1, arbitrary: fc.tuple(field(0, 59), hour, dayOfMonth, month, day, year) },
  { weight: 1, arbitrary: fc.tuple(second, field(0, 59), hour, dayOfMonth, month, day, year) },
);
const expression = fc.oneof(
  { weight: 8, arbitrary: cron.map((fields) => fields.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('@hourly', '@daily', '@weekly', '@monthly', '@yearly', '@every 90m'),
  },
);

const calendar: fc.Arbitrary<CalendarText> = fc.record({
  second,
  minute: field(0, 59),
  hour,
  dayOfMonth,
  month,
  year,
  dayOfWeek: day,
});

const timing: fc.Arbitrary<ScheduleTiming> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('cron' as const),
      expressions: fc.array(expression, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('calendar' as const),
      calendars: fc.array(calendar, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000))
      .map(([everySeconds, offset]) => ({
        kind: 'interval' as const,
        everySeconds,
        offsetSeconds: offset % everySeconds,
      })),
  },
);

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** In the coming years: the first times are the same however late a test asks for them. */
const start = fc
  .tuple(
    fc.integer({ min: NEXT_YEAR, max: NEXT_YEAR + 4 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(86_399),
  )
  .map(([inYear, inMonth, onDay, seconds]) =>
    new Date(Date.UTC(inYear, inMonth - 1, onDay) + seconds * 1_000).toISOString(),
  );

/** A schedule's spec: any timing in any of many zones, often near a change of the clocks. */
export const randomScheduleSpec: fc.Arbitrary<ScheduleSpec> = fc
  .record({
    timing,
    timeZone: fc.constantFrom(...ZONES),
    startAt: start,
    days: fc.option(fc.integer({ min: 1, max: 4_000 })),
    gap: fc.constantFrom('skip' as const, 'next_minute' as const),
    fold: fc.constantFrom('twice' as const, 'once' as const),
  })
  .map(({ days, ...spec }) => {
    const endAt = days === null ? null : new Date(Date.parse(spec.startAt) + days * 86_400_000).toISOString();
    return { ...spec, endAt, jitterSeconds: 0 };
  });
