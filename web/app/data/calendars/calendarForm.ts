import { z } from 'zod';
import {
  CALENDAR_NAME_MAX_CHARACTERS,
  HOLIDAY_NAME_MAX_CHARACTERS,
  MOST_HOLIDAYS,
  repeatedDates,
} from '../../../../workflows/contracts/calendarInput.ts';
import type { weekdays } from '../../../../workflows/domain/time/workingTime.ts';
import {
  secondsAWeek,
  type WorkingCalendar,
  type WorkingHours,
} from '../../../../workflows/domain/time/workingTime.ts';
import { isTimeZone } from '../../../../workflows/domain/time/zoneClock.ts';
import { fault } from '../../languages/fault.ts';
import { holidaysText, hoursText, readHolidays, readHours } from './calendarText.ts';
import type { CalendarView } from './calendarView.ts';

/** What the form of a calendar holds at first: every value is text. */
export type CalendarFormValues = Record<(typeof weekdays)[number] | 'name' | 'timeZone' | 'holidays', string>;

const hoursOfDay = z
  .string()
  .default('')
  .transform((typed, context): WorkingHours[] => {
    const hours = readHours(typed);
    if (hours !== null) return hours;
    context.addIssue({ code: 'custom', message: fault('calendars:faults.hours') });
    return z.NEVER;
  });

const holidays = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = readHolidays(typed);
    const problem =
      typeof read === 'number' ? fault('calendars:faults.holiday', { line: read }) : problemOf(read);
    if (typeof read !== 'number' && problem === null) return read;
    context.addIssue({ code: 'custom', message: problem ?? fault('common:faults.invalid') });
    return z.NEVER;
  });

function problemOf(read: WorkingCalendar['holidays']): string | null {
  const [again] = repeatedDates(read);
  if (again !== undefined) return fault('calendars:faults.holidayTwice', { date: read[again]?.date ?? '' });
  if (read.length > MOST_HOLIDAYS) return fault('calendars:faults.holidays', { max: MOST_HOLIDAYS });
  const long = read.find(({ name }) => name.length > HOLIDAY_NAME_MAX_CHARACTERS);
  if (long === undefined) return null;
  return fault('calendars:faults.holidayName', { date: long.date, max: HOLIDAY_NAME_MAX_CHARACTERS });
}

/** The form of a calendar that is there: its name stays. */
export const calendarSchema = z
  .object({
    timeZone: z
      .string({ error: fault('calendars:faults.zone') })
      .trim()
      .refine(isTimeZone, fault('calendars:faults.zone')),
    monday: hoursOfDay,
    tuesday: hoursOfDay,
    wednesday: hoursOfDay,
    thursday: hoursOfDay,
    friday: hoursOfDay,
    saturday: hoursOfDay,
    sunday: hoursOfDay,
    holidays,
  })
  .transform(({ timeZone, holidays: dates, ...week }, context): WorkingCalendar => {
    const calendar = { timeZone, week, holidays: dates };
    if (secondsAWeek(calendar) > 0) return calendar;
    context.addIssue({ code: 'custom', path: ['monday'], message: fault('calendars:faults.noHours') });
    return z.NEVER;
  });

/** The name of a new one. */
export const newCalendarNameSchema = z.object({
  name: z
    .string({ error: fault('calendars:faults.nameMissing') })
    .trim()
    .min(1, fault('calendars:faults.nameMissing'))
    .max(CALENDAR_NAME_MAX_CHARACTERS),
});

/** The form of a new calendar. */
export const newCalendarSchema = newCalendarNameSchema.and(
  calendarSchema.transform((calendar) => ({ calendar })),
);

/** A new calendar as the form proposes it. */
export const OFFICE_HOURS: CalendarFormValues = {
  name: '',
  timeZone: 'UTC',
  monday: '09:00–17:00',
  tuesday: '09:00–17:00',
  wednesday: '09:00–17:00',
  thursday: '09:00–17:00',
  friday: '09:00–17:00',
  saturday: '',
  sunday: '',
  holidays: '',
};

/** A calendar as the form takes it back. */
export function calendarFormValues({
  name,
  timeZone,
  week,
  holidays: dates,
}: CalendarView): CalendarFormValues {
  const { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = week;
  return {
    name,
    timeZone,
    monday: hoursText(monday),
    tuesday: hoursText(tuesday),
    wednesday: hoursText(wednesday),
    thursday: hoursText(thursday),
    friday: hoursText(friday),
    saturday: hoursText(saturday),
    sunday: hoursText(sunday),
    holidays: holidaysText(dates),
  };
}
