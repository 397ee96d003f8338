import { describe, expect, it } from '@jest/globals';
import type { ScheduleTiming } from '../../../workflows/domain/schedules/spec.ts';
import { timingText } from './timingText.ts';

const every = (everySeconds: number, offsetSeconds = 0): ScheduleTiming => ({
  kind: 'interval',
  everySeconds,
  offsetSeconds,
});
const anyDay = { second: '0', dayOfMonth: '*', month: '*', year: '*', dayOfWeek: '*' };

describe('when a schedule is due, on one line', () => {
  it.each<[ScheduleTiming, string]>([
    [{ kind: 'cron', expressions: ['0 8 * * 1-5'] }, 'cron 0 8 * * 1-5'],
    [{ kind: 'cron', expressions: ['0 8 * * *', '@weekly'] }, 'cron 0 8 * * *; cron @weekly'],
    [every(1), 'every 1 second'],
    [every(90), 'every 90 seconds'],
    [every(5_400), 'every 90 minutes'],
    [every(86_400, 3_600), 'every 1 day, shifted by 1 hour'],
    [
      { kind: 'calendar', calendars: [{ ...anyDay, minute: '30', hour: '8', dayOfWeek: '1-5' }] },
      'day of week 1-5, hour 8, minute 30',
    ],
    [
      {
        kind: 'calendar',
        calendars: [
          { ...anyDay, minute: '0', hour: '8' },
          { ...anyDay, second: '15', minute: '0', hour: '9', year: '2027' },
        ],
      },
      'hour 8, minute 0; year 2027, hour 9, minute 0, second 15',
    ],
    [{ kind: 'calendar', calendars: [{ ...anyDay, minute: '*', hour: '*' }] }, 'hour *, minute *'],
    [
      { kind: 'calendar', calendars: [{ ...anyDay, second: '*', minute: '*', hour: '*' }] },
      'hour *, minute *, second *',
    ],
  ])('%j: %s', (timing, text) => {
    expect(timingText(timing)).toBe(text);
  });
});
