import { assertNever } from '../json.ts';
import type { CalendarText, ScheduleTiming } from './spec.ts';

/** A time of day. */
export interface DayTime {
  hour: number;
  minute: number;
}

/** Days as people name them. Sunday is 0, January is 1. */
export type PlainDays =
  | { kind: 'every_day' }
  | { kind: 'working_days' }
  | { kind: 'weekend' }
  | { kind: 'week_days'; days: number[] }
  | { kind: 'month_days'; days: number[] }
  | { kind: 'nth_week_day'; nth: number; day: number }
  | { kind: 'last_day' }
  | { kind: 'last_week_day'; day: number }
  | { kind: 'year_day'; month: number; day: number };

/** When a schedule is due, as people say it; `other`: only its cron expressions say it. */
export type PlainTiming =
  | { kind: 'interval'; everySeconds: number; offsetSeconds: number }
  | { kind: 'days'; days: PlainDays; times: DayTime[] }
  | { kind: 'other'; expressions: string[] };

const ANY = { second: '0', dayOfMonth: '*', month: '*', year: '*', dayOfWeek: '*' };

/** The last days of months by their length; a leap year is one in four here: the server knows no year after 2100. */
const MONTH_ENDS = [
  { month: '1,3,5,7,8,10,12', year: '*', last: 31 },
  { month: '4,6,9,11', year: '*', last: 30 },
  { month: '2', year: '2024-2096/4', last: 29 },
  { month: '2', year: '2025-2097/4,2026-2098/4,2027-2099/4,2100', last: 28 },
];

/** The calendars that take these days at these times: one for each minute of the hour, or four where months differ. */
export function calendarsOf(days: PlainDays, times: readonly DayTime[]): CalendarText[] {
  const minutes = [...new Set(times.map(({ minute }) => minute))];
  return minutes.flatMap((minute) => {
    const hours = times.filter((time) => time.minute === minute).map(({ hour }) => hour);
    const hour = [...new Set(hours)].sort((one, other) => one - other).join(',');
    return datesOf(days).map((dates) => ({ ...ANY, ...dates, hour, minute: String(minute) }));
  });
}

function datesOf(days: PlainDays): Partial<CalendarText>[] {
  switch (days.kind) {
    case 'every_day':
      return [{}];
    case 'working_days':
      return [{ dayOfWeek: '1-5' }];
    case 'weekend':
      return [{ dayOfWeek: '0,6' }];
    case 'week_days':
      return [{ dayOfWeek: inOrder(days.days) }];
    case 'month_days':
      return [{ dayOfMonth: inOrder(days.days) }];
    case 'nth_week_day': {
      const last = Math.min(31, days.nth * 7);
      return [{ dayOfMonth: `${String(days.nth * 7 - 6)}-${String(last)}`, dayOfWeek: String(days.day) }];
    }
    case 'last_day':
      return MONTH_ENDS.map(({ month, year, last }) => ({ month, year, dayOfMonth: String(last) }));
    case 'last_week_day':
      return MONTH_ENDS.map(({ month, year, last }) => ({
        month,
        year,
        dayOfMonth: `${String(last - 6)}-${String(last)}`,
        dayOfWeek: String(days.day),
      }));
    case 'year_day':
      return [{ month: String(days.month), dayOfMonth: String(days.day) }];
    default:
      return assertNever(days);
  }
}

function inOrder(values: readonly number[]): string {
  return [...new Set(values)].sort((one, other) => one - other).join(',');
}

/** Says a timing as people would, where that says all of it. */
export function plainTimingOf(timing: ScheduleTiming): PlainTiming {
  if (timing.kind === 'interval') {
    return { kind: 'interval', everySeconds: timing.everySeconds, offsetSeconds: timing.offsetSeconds };
  }
  const expressions = timing.kind === 'cron' ? timing.expressions : timing.calendars.map(cronOf);
  const calendars = timing.kind === 'cron' ? timing.expressions.map(calendarOfCron) : timing.calendars;
  const [first] = calendars;
  const other: PlainTiming = { kind: 'other', expressions };
  if (first === undefined || first === null) return other;
  const days = daysOf(first);
  const times: DayTime[] = [];
  for (const calendar of calendars) {
    if (days === null || calendar === null) return other;
    if (!NUMBERS.test(calendar.hour) || !/^\d{1,2}$/.test(calendar.minute)) return other;
    const minute = Number(calendar.minute);
    for (const hour of calendar.hour.split(',').map(Number)) {
      if (!times.some((time) => time.hour === hour && time.minute === minute)) times.push({ hour, minute });
    }
  }
  if (days === null || !saysTheSame(calendars, calendarsOf(days, times))) return other;
  times.sort((one, another) => one.hour * 60 + one.minute - another.hour * 60 - another.minute);
  return { kind: 'days', days, times };
}

/** A calendar as a cron expression, with its second and its year where they are not the usual ones. */
export function cronOf(calendar: CalendarText): string {
  const { second, minute, hour, dayOfMonth, month, dayOfWeek, year } = calendar;
  const fields = [minute, hour, dayOfMonth, month, dayOfWeek].map((field) => field.replaceAll(/\s/g, ''));
  const seconds = second.replaceAll(/\s/g, '');
  const years = year.replaceAll(/\s/g, '');
  if (seconds !== '0') return [seconds, ...fields, years].join(' ');
  return years === '*' ? fields.join(' ') : [...fields, years].join(' ');
}

const NUMBERS = /^\d{1,2}(?:,\d{1,2})*$/;

/** Of five fields only; others are shown as they are. */
function calendarOfCron(expression: string): CalendarText | null {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (fields.length !== 5 || minute === undefined || hour === undefined) return null;
  if (dayOfMonth === undefined || month === undefined || dayOfWeek === undefined) return null;
  const plain = (text: string): string => (text === '?' ? '*' : text.replaceAll(/\b0(\d)\b/g, '$1'));
  return {
    ...ANY,
    minute: plain(minute),
    hour: plain(hour),
    dayOfMonth: plain(dayOfMonth),
    month: plain(month),
    dayOfWeek: plain(dayOfWeek),
  };
}

function daysOf({ dayOfMonth, month, year, dayOfWeek }: CalendarText): PlainDays | null {
  const week = dayOfWeek.toLowerCase().replace('mon-fri', '1-5').replaceAll('7', '0');
  const weekDay = /^[0-6]$/.test(week) ? Number(week) : null;
  if (month === MONTH_ENDS[0]?.month && year === '*') {
    if (dayOfMonth === '31' && week === '*') return { kind: 'last_day' };
    return dayOfMonth === '25-31' && weekDay !== null ? { kind: 'last_week_day', day: weekDay } : null;
  }
  if (year !== '*') return null;
  if (month !== '*') {
    const isDate = /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(dayOfMonth) && week === '*';
    return isDate ? { kind: 'year_day', month: Number(month), day: Number(dayOfMonth) } : null;
  }
  if (dayOfMonth === '*') return weekDaysOf(week);
  if (week === '*') {
    return NUMBERS.test(dayOfMonth) ? { kind: 'month_days', days: dayOfMonth.split(',').map(Number) } : null;
  }
  const nth = ['1-7', '8-14', '15-21', '22-28', '29-31'].indexOf(dayOfMonth) + 1;
  return nth > 0 && weekDay !== null ? { kind: 'nth_week_day', nth, day: weekDay } : null;
}

function weekDaysOf(week: string): PlainDays | null {
  if (week === '*') return { kind: 'every_day' };
  if (week === '1-5' || week === '1,2,3,4,5') return { kind: 'working_days' };
  if (week === '0,6' || week === '6,0') return { kind: 'weekend' };
  if (!/^[0-6](?:,[0-6])*$/.test(week)) return null;
  return { kind: 'week_days', days: [...new Set(week.split(',').map(Number))] };
}

/** Whether two lists of calendars take the same times, as far as their texts tell. */
function saysTheSame(some: readonly (CalendarText | null)[], others: readonly CalendarText[]): boolean {
  if (some.length !== others.length) return false;
  const key = (calendar: CalendarText): string =>
    JSON.stringify([
      calendar.second,
      calendar.minute,
      calendar.hour.split(',').map(Number).sort(byValue),
      NUMBERS.test(calendar.dayOfMonth)
        ? calendar.dayOfMonth.split(',').map(Number).sort(byValue)
        : calendar.dayOfMonth,
      calendar.month,
      calendar.year,
      weekKey(calendar.dayOfWeek),
    ]);
  const keys = some.map((calendar) => (calendar === null ? '' : key(calendar))).sort();
  return JSON.stringify(keys) === JSON.stringify(others.map(key).sort());
}

function weekKey(dayOfWeek: string): string {
  const days = weekDaysOf(dayOfWeek.toLowerCase().replace('mon-fri', '1-5').replaceAll('7', '0'));
  if (days?.kind === 'week_days') return inOrder(days.days);
  return days?.kind ?? dayOfWeek;
}

function byValue(one: number, other: number): number {
  return one - other;
}
