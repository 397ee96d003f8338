import { z } from 'zod';
import { calendarFields, calendarNameSchema, workingCalendarSchema } from '../calendarInput.ts';
import { id, moment } from './fields.ts';

export const createCalendarBody = z
  .strictObject({
    name: calendarNameSchema.describe('Teams name it by this (`asking.calendar`), so it can’t be changed.'),
    ...calendarFields,
  })
  .meta({ id: 'CreateWorkingCalendar' });

export const updateCalendarBody = workingCalendarSchema.meta({ id: 'UpdateWorkingCalendar' });

/** A working calendar of the project. */
export const calendarSchema = z
  .object({
    id,
    name: z.string(),
    ...calendarFields,
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'WorkingCalendar' });

export const calendarListSchema = z
  .object({ calendars: z.array(calendarSchema) })
  .meta({ id: 'WorkingCalendars' });

export const deletedCalendarSchema = z
  .object({ outcome: z.literal('deleted') })
  .meta({ id: 'DeletedCalendar' });
