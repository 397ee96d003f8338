import { assertNever } from '../../../../workflows/domain/json.ts';
import { type PlainDays, plainTimingOf } from '../../../../workflows/domain/schedules/plainDays.ts';
import type { ScheduleSpec } from '../../../../workflows/domain/schedules/spec.ts';
import { DEFAULT_LANGUAGE, parseLanguage } from '../../languages/language.ts';
import type { Words } from '../../views/format/useWords.ts';

/** When a schedule is due, in words; a cron expression that has none stands as it is. */
export function timingInWords(
  spec: Pick<ScheduleSpec, 'timing'> | null,
  { t, format }: Words,
  language: string,
): string {
  if (spec === null) return t('schedules:timing.outside');
  const plain = plainTimingOf(spec.timing);
  switch (plain.kind) {
    case 'interval': {
      const span = format.duration(plain.everySeconds * 1_000);
      if (plain.offsetSeconds === 0) return t('schedules:timing.interval', { span });
      const shift = format.duration(plain.offsetSeconds * 1_000);
      return t('schedules:timing.shifted', { span, shift });
    }
    case 'days': {
      const times = format.list(plain.times.map(({ hour, minute }) => `${two(hour)}:${two(minute)}`));
      return t('schedules:timing.days', { days: daysInWords(plain.days, { t, format }, language), times });
    }
    case 'other':
      return t('schedules:timing.cron', { expressions: plain.expressions.join(' · ') });
    default:
      return assertNever(plain);
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

function daysInWords(days: PlainDays, { t, format }: Words, language: string): string {
  switch (days.kind) {
    case 'every_day':
    case 'working_days':
    case 'weekend':
    case 'last_day':
      return t(`schedules:timing.${days.kind}`);
    case 'week_days':
      return t('schedules:timing.week_days', {
        days: format.list(inWeekOrder(days.days).map((day) => weekDayName(day, language))),
      });
    case 'month_days':
      return t('schedules:timing.month_days', { days: format.list(days.days.map(String)) });
    case 'nth_week_day': {
      const nth = ORDINALS[days.nth - 1] ?? 'fifth';
      return t(`schedules:timing.nth_week_day.${nth}`, { day: weekDayName(days.day, language) });
    }
    case 'last_week_day':
      return t('schedules:timing.last_week_day', { day: weekDayName(days.day, language) });
    case 'year_day':
      return t('schedules:timing.year_day', { date: dateName(days.month, days.day, language) });
    default:
      return assertNever(days);
  }
}

/** From Monday on. */
function inWeekOrder(days: readonly number[]): number[] {
  return days.toSorted((one, other) => ((one + 6) % 7) - ((other + 6) % 7));
}

/** The name of a day of the week; Sunday is 0. */
export function weekDayName(day: number, language: string): string {
  const format = new Intl.DateTimeFormat(parseLanguage(language) ?? DEFAULT_LANGUAGE, {
    weekday: 'long',
    timeZone: 'UTC',
  });
  // 4 January 2026 was a Sunday.
  return format.format(Date.UTC(2026, 0, 4 + day));
}

function dateName(month: number, day: number, language: string): string {
  const format = new Intl.DateTimeFormat(parseLanguage(language) ?? DEFAULT_LANGUAGE, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  // Of a leap year, for 29 February.
  return format.format(Date.UTC(2028, month - 1, day));
}
