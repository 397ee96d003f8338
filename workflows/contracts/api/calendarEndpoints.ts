import {
  calendarListSchema,
  calendarSchema,
  createCalendarBody,
  deletedCalendarSchema,
  updateCalendarBody,
} from './calendars.ts';
import { id } from './fields.ts';

const ofCalendar = { calendarId: id };

/** The endpoints of working calendars, by their operation id. */
export const calendarEndpoints = {
  listCalendars: {
    method: 'get',
    path: '/calendars',
    tag: 'Calendars',
    summary: 'Lists the project’s working calendars by name',
    params: {},
    response: calendarListSchema,
    refusals: [],
  },
  createCalendar: {
    method: 'post',
    path: '/calendars',
    tag: 'Calendars',
    summary: 'Creates a working calendar',
    description:
      'A team names it as `asking.calendar`. What its tasks wait for is then counted in these hours: deadlines, reminders and escalations.',
    params: {},
    body: createCalendarBody,
    response: calendarSchema,
    refusals: [409, 422],
  },
  readCalendar: {
    method: 'get',
    path: '/calendars/{calendarId}',
    tag: 'Calendars',
    summary: 'Reads a working calendar',
    params: ofCalendar,
    response: calendarSchema,
    refusals: [404],
  },
  updateCalendar: {
    method: 'post',
    path: '/calendars/{calendarId}',
    tag: 'Calendars',
    summary: 'Replaces a working calendar',
    description:
      'Takes the whole description; the name can’t be changed. Tasks that are open keep their times.',
    params: ofCalendar,
    body: updateCalendarBody,
    response: calendarSchema,
    refusals: [404, 422],
  },
  deleteCalendar: {
    method: 'delete',
    path: '/calendars/{calendarId}',
    tag: 'Calendars',
    summary: 'Deletes a working calendar',
    description:
      'Tasks that are open keep their times. For later tasks of teams that name it all hours count; `asked.calendar.timeZone` is null then.',
    params: ofCalendar,
    response: deletedCalendarSchema,
    refusals: [404],
  },
} as const;
