import {
  createCalendar,
  deleteCalendar,
  listCalendars,
  readCalendar,
  updateCalendar,
} from '../../app/data/calendars/calendars.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';

/** The operations on working calendars. */
export const calendarOperations: Pick<
  OperationHandlers,
  'listCalendars' | 'createCalendar' | 'readCalendar' | 'updateCalendar' | 'deleteCalendar'
> = {
  listCalendars: async ({ holder }) => ({ body: { calendars: await listCalendars(holder.scope) } }),

  createCalendar: async ({ holder: { scope, userId }, body: { name, ...calendar } }) => {
    const created = await createCalendar(scope, { userId, name, calendar });
    if (created !== null) return { status: 201, body: created };
    throw new Problem({
      kind: 'name_taken',
      status: 409,
      title: `There is a calendar named ${name} already`,
      detail: 'Change it with POST /calendars/{calendarId}, or choose another name.',
    });
  },

  readCalendar: async ({ holder, params: { calendarId } }) => {
    const calendar = await readCalendar(holder.scope, calendarId);
    if (calendar === null) throw notFound('calendar');
    return { body: calendar };
  },

  updateCalendar: async ({ holder: { scope, userId }, params: { calendarId }, body: calendar }) => {
    const updated = await updateCalendar(scope, { userId, calendarId, calendar });
    if (updated === null) throw notFound('calendar');
    return { body: updated };
  },

  deleteCalendar: async ({ holder: { scope, userId }, params: { calendarId } }) => {
    if (!(await deleteCalendar(scope, { userId, calendarId }))) throw notFound('calendar');
    return { body: { outcome: 'deleted' } };
  },
};
