import { calendarOf, UnreadableTimesError } from './fieldRanges.ts';
import type { Calendar, CalendarText, Interval } from './spec.ts';

const NAMED: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const MIDNIGHT: CalendarText = {
  second: '0',
  minute: '0',
  hour: '0',
  dayOfMonth: '*',
  month: '*',
  year: '*',
  dayOfWeek: '*',
};

/** The server takes this many bytes of comment. */
const COMMENT_LENGTH = 60;

/**
 * Reads a cron expression as the Temporal server does: minute, hour, day of month, month, day of week; a sixth field is
 * the year, and of seven the first is the second. A day has to match both the day of month and the day of week.
 * Throws UnreadableTimesError with what to do.
 */
export function readCron(expression: string): { calendar: Calendar } | { interval: Interval } {
  const text = expression.trim();
  if (/^(?:CRON_)?TZ=/.test(text)) {
    throw new UnreadableTimesError({ kind: 'time_zone_inside' });
  }
  if (text.startsWith('@every')) return { interval: readEvery(text) };
  const fields = (NAMED[text.toLowerCase()] ?? text).split(/\s+/).filter((field) => field !== '');
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = fields;
  const comment = text.slice(0, COMMENT_LENGTH);
  switch (fields.length) {
    case 5:
      return {
        calendar: calendarOf(
          { ...MIDNIGHT, minute: a, hour: b, dayOfMonth: c, month: d, dayOfWeek: e },
          comment,
        ),
      };
    case 6:
      return {
        calendar: calendarOf(
          { ...MIDNIGHT, minute: a, hour: b, dayOfMonth: c, month: d, dayOfWeek: e, year: f },
          comment,
        ),
      };
    case 7:
      return {
        calendar: calendarOf(
          { second: a, minute: b, hour: c, dayOfMonth: d, month: e, dayOfWeek: f, year: g },
          comment,
        ),
      };
    default:
      throw new UnreadableTimesError({ kind: 'field_count', count: fields.length });
  }
}

const EVERY = /^@every\s+(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,8})s)?$/;

function readEvery(text: string): Interval {
  const [matched, days = '0', hours = '0', minutes = '0', seconds = '0'] = EVERY.exec(text) ?? [];
  const everySeconds = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  if (matched === undefined || everySeconds === 0) {
    throw new UnreadableTimesError({ kind: 'no_interval' });
  }
  return { everySeconds, offsetSeconds: 0 };
}
