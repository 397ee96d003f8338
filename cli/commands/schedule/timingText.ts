import {
  type CalendarField,
  calendarFields,
  type ScheduleTiming,
} from '../../../workflows/domain/schedules/spec.ts';

/** When a schedule is due, on one line, in the words in which it can be said again. */
export function timingText(timing: ScheduleTiming): string {
  switch (timing.kind) {
    case 'cron':
      return timing.expressions.map((expression) => `cron ${expression}`).join('; ');
    case 'interval': {
      const { everySeconds, offsetSeconds } = timing;
      const offset = offsetSeconds === 0 ? '' : `, shifted by ${lengthText(offsetSeconds)}`;
      return `every ${lengthText(everySeconds)}${offset}`;
    }
    case 'calendar':
      return timing.calendars.map(calendarText).join('; ');
  }
}

const UNITS = [
  { seconds: 86_400, name: 'day' },
  { seconds: 3_600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
];

/** In the largest unit that leaves no rest: 90 minutes, 2 hours, 1 day. */
function lengthText(seconds: number): string {
  const unit = UNITS.find((each) => seconds % each.seconds === 0);
  if (unit === undefined) return `${String(seconds)} seconds`;
  const count = seconds / unit.seconds;
  return `${String(count)} ${unit.name}${count === 1 ? '' : 's'}`;
}

const FIELD_NAMES: Record<CalendarField, string> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  dayOfMonth: 'day of month',
  month: 'month',
  year: 'year',
  dayOfWeek: 'day of week',
};

/** The day's fields where they choose, then the time of day: "day of week 1-5, hour 8, minute 0". */
function calendarText(calendar: Record<CalendarField, string>): string {
  return calendarFields
    .filter((field) => calendar[field] !== (LEFT_OUT[field] ?? ''))
    .reverse()
    .map((field) => `${FIELD_NAMES[field]} ${calendar[field]}`)
    .join(', ');
}

/** What goes without saying. */
const LEFT_OUT: Partial<Record<CalendarField, string>> = {
  second: '0',
  dayOfMonth: '*',
  month: '*',
  year: '*',
  dayOfWeek: '*',
};
