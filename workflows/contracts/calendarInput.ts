import { z } from 'zod';
import {
  type Holiday,
  secondOfDay,
  weekdays,
  type WorkingCalendar,
  type WorkingHours,
} from '../domain/time/workingTime.ts';
import { isTimeZone } from '../domain/time/zoneClock.ts';
import { isStorable, NOT_STORABLE } from './storableText.ts';

export const CALENDAR_NAME_MAX_CHARACTERS = 100;
export const MOST_HOLIDAYS = 1_000;
export const HOLIDAY_NAME_MAX_CHARACTERS = 100;
const MOST_HOURS_A_DAY = 10;

const HOLIDAY_TWICE = 'is there twice; give each date once';
const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is no time of day; write it such as "09:00" or "17:30"')
  .describe('A local time from "00:00" to "24:00".');

const hours: z.ZodType<WorkingHours, WorkingHours> = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => secondOfDay(from) < secondOfDay(to), {
    path: ['to'],
    message: 'is not later than "from"; hours that go past midnight are two entries, one for each day',
  });
const hoursOfDay = z.array(hours).max(MOST_HOURS_A_DAY).default([]);

const week = z.strictObject({
  monday: hoursOfDay,
  tuesday: hoursOfDay,
  wednesday: hoursOfDay,
  thursday: hoursOfDay,
  friday: hoursOfDay,
  saturday: hoursOfDay,
  sunday: hoursOfDay,
} satisfies Record<(typeof weekdays)[number], z.ZodType>);

const holiday = z.strictObject({
  date: z.iso.date('is no date; write it such as "2026-12-25"'),
  name: z.string().trim().max(HOLIDAY_NAME_MAX_CHARACTERS).refine(isStorable, NOT_STORABLE).default(''),
  hours: hoursOfDay.describe('The hours of this date in place of its weekday’s; none: nobody works.'),
});

/** The fields of a calendar, for objects that have more. */
export const calendarFields = {
  timeZone: z
    .string()
    .refine(isTimeZone, 'is no time zone; name one such as "Europe/Berlin" or "UTC"')
    .describe('The zone of its hours and dates (IANA).'),
  week: week
    .refine((given) => weekdays.some((day) => given[day].length > 0), {
      message: 'has no hour, so nothing would ever be due; add hours to a day',
    })
    .describe('The hours of each weekday; a day that is left out has none.'),
  holidays: z
    .array(holiday)
    .max(MOST_HOLIDAYS)
    .superRefine((given, context) => {
      for (const index of repeatedDates(given)) {
        context.addIssue({ code: 'custom', path: [index, 'date'], message: HOLIDAY_TWICE });
      }
    })
    .default([]),
};

/** When people work, as it is sent and as it is stored. */
export const workingCalendarSchema = z.strictObject(calendarFields) satisfies z.ZodType<WorkingCalendar>;

/** A calendar's name; teams name it by this. */
export const calendarNameSchema = z
  .string()
  .trim()
  .min(1, 'is empty; give it a name, such as "Berlin office"')
  .max(CALENDAR_NAME_MAX_CHARACTERS)
  .regex(/^\P{Cc}*$/u, 'is more than one line; write it on one')
  .refine(isStorable, NOT_STORABLE);

/** Where dates stand that came before. */
export function repeatedDates(holidays: readonly Pick<Holiday, 'date'>[]): number[] {
  const seen = new Set<string>();
  return holidays.flatMap(({ date }, index) => {
    if (seen.has(date)) return [index];
    seen.add(date);
    return [];
  });
}
