import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localOfMoment, momentOfLocal } from './localMoment.ts';
import { calendarsOf, plainTimingOf } from './plainDays.ts';
import { readWords } from './plainWords.ts';
import { previewTimes } from './preview.ts';

const said = (text: string) => {
  const read = readWords(text);
  return read.kind === 'read' ? plainTimingOf(read.timing) : read.problem;
};
const at = (...times: [number, number][]) => times.map(([hour, minute]) => ({ hour, minute }));

describe('words that say when a schedule is due', () => {
  it.each([
    ['every weekday at 8:00', { kind: 'days', days: { kind: 'working_days' }, times: at([8, 0]) }],
    ['Every weekday at 8 am.', { kind: 'days', days: { kind: 'working_days' }, times: at([8, 0]) }],
    ['at 8:30 pm every day', { kind: 'days', days: { kind: 'every_day' }, times: at([20, 30]) }],
    ['daily at noon', { kind: 'days', days: { kind: 'every_day' }, times: at([12, 0]) }],
    ['every day at 12 am', { kind: 'days', days: { kind: 'every_day' }, times: at([0, 0]) }],
    [
      'every day at 8:00, 12:30 and 17:00',
      { kind: 'days', days: { kind: 'every_day' }, times: at([8, 0], [12, 30], [17, 0]) },
    ],
    [
      'Mondays and Thursdays at 9',
      { kind: 'days', days: { kind: 'week_days', days: [1, 4] }, times: at([9, 0]) },
    ],
    [
      'every monday, wednesday and friday 7:15',
      { kind: 'days', days: { kind: 'week_days', days: [1, 3, 5] }, times: at([7, 15]) },
    ],
    ['monday to friday at 6', { kind: 'days', days: { kind: 'working_days' }, times: at([6, 0]) }],
    ['every weekend at 10', { kind: 'days', days: { kind: 'weekend' }, times: at([10, 0]) }],
    [
      'the first Monday of each month at 9',
      { kind: 'days', days: { kind: 'nth_week_day', nth: 1, day: 1 }, times: at([9, 0]) },
    ],
    [
      'the last friday of every month at 16:00',
      { kind: 'days', days: { kind: 'last_week_day', day: 5 }, times: at([16, 0]) },
    ],
    [
      'on the last day of the month at 18:00',
      { kind: 'days', days: { kind: 'last_day' }, times: at([18, 0]) },
    ],
    [
      'the 1st and 15th of each month at 9',
      { kind: 'days', days: { kind: 'month_days', days: [1, 15] }, times: at([9, 0]) },
    ],
    [
      'every year on 1 January at 0:00',
      { kind: 'days', days: { kind: 'year_day', month: 1, day: 1 }, times: at([0, 0]) },
    ],
    ['every 90 minutes', { kind: 'interval', everySeconds: 5_400, offsetSeconds: 0 }],
    ['every hour', { kind: 'interval', everySeconds: 3_600, offsetSeconds: 0 }],
    ['every 2 hours shifted by 15 minutes', { kind: 'interval', everySeconds: 7_200, offsetSeconds: 900 }],
    ['every half hour', { kind: 'interval', everySeconds: 1_800, offsetSeconds: 0 }],
    ['每个工作日8点', { kind: 'days', days: { kind: 'working_days' }, times: at([8, 0]) }],
    ['每天早上八点半', { kind: 'days', days: { kind: 'every_day' }, times: at([8, 30]) }],
    ['每天 8：00、17：30', { kind: 'days', days: { kind: 'every_day' }, times: at([8, 0], [17, 30]) }],
    ['每天下午3点', { kind: 'days', days: { kind: 'every_day' }, times: at([15, 0]) }],
    ['每周一、周四上午9点', { kind: 'days', days: { kind: 'week_days', days: [1, 4] }, times: at([9, 0]) }],
    ['每星期一至星期五 9:00', { kind: 'days', days: { kind: 'working_days' }, times: at([9, 0]) }],
    [
      '每月第一个星期一上午9点',
      { kind: 'days', days: { kind: 'nth_week_day', nth: 1, day: 1 }, times: at([9, 0]) },
    ],
    ['每月最后一天18:00', { kind: 'days', days: { kind: 'last_day' }, times: at([18, 0]) }],
    [
      '每月1号和15号九点十五分',
      { kind: 'days', days: { kind: 'month_days', days: [1, 15] }, times: at([9, 15]) },
    ],
    [
      '每年十二月二十五日10点',
      { kind: 'days', days: { kind: 'year_day', month: 12, day: 25 }, times: at([10, 0]) },
    ],
    ['每90分钟', { kind: 'interval', everySeconds: 5_400, offsetSeconds: 0 }],
    ['每半小时', { kind: 'interval', everySeconds: 1_800, offsetSeconds: 0 }],
    ['每2小时，错后15分钟', { kind: 'interval', everySeconds: 7_200, offsetSeconds: 900 }],
    ['every 1000001 seconds', { kind: 'interval', everySeconds: 1_000_001, offsetSeconds: 0 }],
    [
      '1st and 15th of each month at 9',
      { kind: 'days', days: { kind: 'month_days', days: [1, 15] }, times: at([9, 0]) },
    ],
    ['8:00, 17:00 on weekdays', { kind: 'days', days: { kind: 'working_days' }, times: at([8, 0], [17, 0]) }],
    [
      'every day at 8, 9 and 10 am',
      { kind: 'days', days: { kind: 'every_day' }, times: at([8, 0], [9, 0], [10, 0]) },
    ],
    ['every day at 8 o’clock', { kind: 'days', days: { kind: 'every_day' }, times: at([8, 0]) }],
  ])('understands "%s"', (text, timing) => {
    expect(said(text)).toEqual(timing);
  });

  it.each([
    ['晚上8点', [20, 0]],
    ['晚上12点', [0, 0]],
    ['晚上十二点半', [0, 30]],
    ['晚上零点', [0, 0]],
    ['凌晨12点', [0, 0]],
    ['夜里11点', [23, 0]],
    ['夜里1点', [1, 0]],
    ['中午1点', [13, 0]],
    ['下午12点半', [12, 30]],
    ['下午15点', [15, 0]],
    ['八点零五分', [8, 5]],
    ['零点', [0, 0]],
  ] as const)('finds the hour of a part of the day: %s', (text, [hour, minute]) => {
    expect(said(`每天${text}`)).toEqual({
      kind: 'days',
      days: { kind: 'every_day' },
      times: [{ hour, minute }],
    });
  });

  it('takes the part of the day that was named last for times that name none', () => {
    const times = (text: string) => {
      const read = said(text);
      return 'times' in read ? read.times.map(({ hour }) => hour) : read;
    };
    expect(times('每天上午9点、11点、下午3点、5点')).toEqual([9, 11, 15, 17]);
    expect(times('每天上午9点、12点、17点')).toEqual([9, 12, 17]);
    expect(times('每天晚上8点、12点')).toEqual([0, 20]);
  });

  // Each could be either of two times, or is none.
  it.each([
    'every day at 8 and 9 pm',
    'every day at 8:00 and 5 pm',
    'every day at 12 and 1 am',
    '每天晚上1点',
    '每天夜里6点',
    '每天上午12点',
    '每天早上20点',
    '每天下午0点',
    '每天中午3点',
    '每天凌晨2点、12点',
    '每周一晚上12点',
  ])('does not guess which time "%s" is', (text) => {
    expect(said(text)).toMatchObject({ kind: 'bad_time' });
  });

  it.each([
    ['', { kind: 'empty' }],
    ['at noon', { kind: 'not_understood', text: 'at noon' }],
    ['monday to monday at 8', { kind: 'not_understood', text: 'monday to monday' }],
    ['每周一到周一8点', { kind: 'not_understood', text: '每周一到周一' }],
    ['every weekday', { kind: 'no_time' }],
    ['每个工作日', { kind: 'no_time' }],
    ['every day at 25:00', { kind: 'bad_time', text: '25:00' }],
    ['every day at 8:60', { kind: 'bad_time', text: '8:60' }],
    ['every day at 13 pm', { kind: 'bad_time', text: '13 pm' }],
    ['每天25点', { kind: 'bad_time', text: '25点' }],
    ['每天8点左右', { kind: 'bad_time', text: '8点左右' }],
    ['every other day at 8', { kind: 'not_understood', text: 'every other day' }],
    ['every 2 days at 8', { kind: 'not_understood', text: 'every 2 days' }],
    ['every 0 minutes', { kind: 'not_understood', text: 'every 0 minutes' }],
    ['when it rains', { kind: 'not_understood', text: 'when it rains' }],
    ['每隔一天8点', { kind: 'not_understood', text: '每隔一天' }],
    [
      'every sixth monday of each month at 9',
      { kind: 'not_understood', text: 'every sixth monday of each month' },
    ],
    ['the 32nd of each month at 9', { kind: 'not_understood', text: 'the 32nd of each month' }],
  ])('refuses "%s" and says which part it is', (text, problem) => {
    expect(said(text)).toEqual(problem);
  });

  it('finds the last Friday of each month, in leap years too', () => {
    const timing = {
      kind: 'calendar' as const,
      calendars: calendarsOf({ kind: 'last_week_day', day: 5 }, at([9, 0])),
    };
    const spec = {
      timing,
      timeZone: 'UTC',
      startAt: null,
      endAt: null,
      jitterSeconds: 0,
      gap: 'skip' as const,
      fold: 'twice' as const,
    };
    const days = previewTimes(spec, new Date('2028-01-01T00:00:00Z'), 4).map((time) =>
      time.at.toISOString().slice(0, 10),
    );
    expect(days).toEqual(['2028-01-28', '2028-02-25', '2028-03-31', '2028-04-28']);
  });

  it('says of cron expressions what people would say, and of others only what they are', () => {
    const cron = (...expressions: string[]) => plainTimingOf({ kind: 'cron', expressions });
    expect(cron('0 9 * * 1-5')).toEqual({ kind: 'days', days: { kind: 'working_days' }, times: at([9, 0]) });
    expect(cron('30 8,17 * * *')).toEqual({
      kind: 'days',
      days: { kind: 'every_day' },
      times: at([8, 30], [17, 30]),
    });
    expect(cron('0 9 1-7 * 1')).toEqual({
      kind: 'days',
      days: { kind: 'nth_week_day', nth: 1, day: 1 },
      times: at([9, 0]),
    });
    expect(cron('*/5 * * * *')).toEqual({ kind: 'other', expressions: ['*/5 * * * *'] });
    expect(cron('0 9 * * 1', '0 10 * * 2')).toEqual({
      kind: 'other',
      expressions: ['0 9 * * 1', '0 10 * * 2'],
    });
    expect(cron('@daily')).toEqual({ kind: 'other', expressions: ['@daily'] });
  });

  it('refuses a text that is far too long before it looks at it', () => {
    expect(said('每'.repeat(1_000_000))).toEqual({ kind: 'not_understood', text: `${'每'.repeat(50)}…` });
  });

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readWords(text)));
  });
});

describe('local times of a form', () => {
  it('are moments of their zone, and back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
        (date, zone) => {
          const local = localOfMoment(date, zone);
          const moment = momentOfLocal(local, zone);
          expect(moment).not.toBeNull();
          expect(localOfMoment(new Date(moment ?? ''), zone)).toBe(local);
        },
      ),
    );
  });

  it('that the clocks jump over come after the jump, and those that come twice are the first', () => {
    expect(momentOfLocal('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
    expect(momentOfLocal('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
    expect(momentOfLocal('tomorrow', 'Europe/Berlin')).toBeNull();
    expect(momentOfLocal('2027-02-30T09:00', 'Europe/Berlin')).toBeNull();
    expect(momentOfLocal('0050-01-01T09:00', 'Europe/Berlin')).toBeNull();
  });
});
