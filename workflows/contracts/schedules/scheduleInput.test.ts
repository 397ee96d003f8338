import { expect, it } from '@jest/globals';
import { backfillInputSchema, scheduleInputSchema } from './scheduleInput.ts';

const input = (spec: object) => ({
  name: 'Daily',
  task: 'Report',
  spec: { timing: { kind: 'cron', expressions: ['0 9 * * 1-5'] }, timeZone: 'Europe/Berlin', ...spec },
});

it('a schedule is taken with all that it leaves out', () => {
  expect(scheduleInputSchema.parse(input({}))).toMatchObject({
    overlap: 'skip',
    catchUpSeconds: 600,
    maxRuns: null,
    carryOver: 'none',
    spec: { gap: 'skip', fold: 'twice', jitterSeconds: 0, startAt: null },
  });
  // Once in four years is a date.
  expect(
    scheduleInputSchema.safeParse(input({ timing: { kind: 'cron', expressions: ['0 9 29 2 *'] } })).success,
  ).toBe(true);
});

it.each([
  [
    'a bad cron expression',
    { timing: { kind: 'cron', expressions: ['0 9 * *'] } },
    'spec.timing.expressions.0 has 4 fields; write minute',
  ],
  [
    'a calendar field',
    { timing: { kind: 'calendar', calendars: [{ hour: '25' }] } },
    'spec.timing.calendars.0.hour the hour 25 is not between 0 and 23',
  ],
  [
    'an unknown zone',
    { timeZone: 'Europe/Atlantis' },
    'spec.timeZone is no time zone; write an IANA name such as Europe/Berlin, or UTC',
  ],
  [
    'an end before the start',
    { startAt: '2027-02-01T00:00:00Z', endAt: '2027-01-01T00:00:00Z' },
    'spec.endAt is before the start; choose a later end',
  ],
  [
    'a date that there is not',
    { timing: { kind: 'cron', expressions: ['0 9 30 2 *'] } },
    'spec.timing is never due between',
  ],
  [
    'an offset beyond the interval',
    { timing: { kind: 'interval', everySeconds: 60, offsetSeconds: 60 } },
    'spec.timing.offsetSeconds is not less than the interval',
  ],
  ['no moment', { startAt: 'tomorrow' }, 'spec.startAt is no moment; write it as'],
])('%s is refused with what to do', (_what, spec, message) => {
  const issues = scheduleInputSchema.safeParse(input(spec)).error?.issues ?? [];
  expect(issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)).toEqual([
    expect.stringContaining(message),
  ]);
});

it.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['us/eastern', 'US/Eastern'],
  ['ASIA/KOLKATA', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['Australia/LORD_HOWE', 'Australia/Lord_Howe'],
  ['etc/gmt+5', 'Etc/GMT+5'],
  [' utc ', 'UTC'],
])('the zone "%s" is written as the server wants it', (timeZone, written) => {
  expect(scheduleInputSchema.parse(input({ timeZone })).spec.timeZone).toBe(written);
});

// Names that this runtime knows, and the server does not.
it.each(['PST', 'IST', 'BST', 'SystemV/EST5', '+02:00', 'GMT+5'])('"%s" is no zone', (timeZone) => {
  expect(scheduleInputSchema.safeParse(input({ timeZone })).success).toBe(false);
});

it('a backfill ends after its beginning', () => {
  const range = { from: '2027-02-01T00:00:00Z', until: '2027-01-01T00:00:00Z' };
  expect(backfillInputSchema.safeParse(range).error?.issues[0]?.message).toContain('choose a later end');
});
