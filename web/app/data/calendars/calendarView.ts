import type { WorkingCalendar } from '../../../../workflows/domain/time/workingTime.ts';

/** A working calendar of the project. Times are ISO 8601. */
export interface CalendarView extends WorkingCalendar {
  id: string;
  name: string;
  createdAt: string;
  updatedAt: string;
}
