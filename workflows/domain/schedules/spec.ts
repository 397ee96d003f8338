/** What a calendar field takes: `start`, `start + step`, … up to `end`, inclusive. */
export interface FieldRange {
  start: number;
  end: number;
  step: number;
}

/** The fields of a calendar, from the second on. A time matches where all of them do. */
export const calendarFields = [
  'second',
  'minute',
  'hour',
  'dayOfMonth',
  'month',
  'year',
  'dayOfWeek',
] as const;
export type CalendarField = (typeof calendarFields)[number];

/** Local times as ranges of each field. No range for the year: every year. Sunday is 0, January is 1. */
export type Calendar = Record<CalendarField, FieldRange[]> & { comment: string };

/** Local times in the words of a cron expression, one for each field ("*", "1-5", "0,30"). */
export type CalendarText = Record<CalendarField, string>;

/** Every so many seconds, counted from 1970 in UTC and shifted by the offset. */
export interface Interval {
  everySeconds: number;
  offsetSeconds: number;
}

/** When a schedule is due, as a person says it. */
export type ScheduleTiming =
  | { kind: 'cron'; expressions: string[] }
  | ({ kind: 'interval' } & Interval)
  | { kind: 'calendar'; calendars: CalendarText[] };

/** What comes of a local time that the clocks jump over: nothing, or the first minute after the jump. */
export const gapChoices = ['skip', 'next_minute'] as const;
export type GapChoice = (typeof gapChoices)[number];

/** What comes of a local time that the clocks repeat: a run each time, or one the first time. */
export const foldChoices = ['twice', 'once'] as const;
export type FoldChoice = (typeof foldChoices)[number];

/** When a schedule is due, with all that a person chooses about it. */
export interface ScheduleSpec {
  timing: ScheduleTiming;
  /** An IANA name such as "Europe/Berlin". */
  timeZone: string;
  /** The first and the last moment at which it can be due (ISO 8601); null: no limit. */
  startAt: string | null;
  endAt: string | null;
  /** A run starts up to this much after its time, spread evenly; never after the next time. */
  jitterSeconds: number;
  gap: GapChoice;
  fold: FoldChoice;
}

/** The same as the Temporal server is told it. */
export interface ServerSpec {
  calendars: Calendar[];
  intervals: Interval[];
  /** Times that are left out. */
  skip: Calendar[];
  timeZone: string;
  startAt: string | null;
  endAt: string | null;
  jitterSeconds: number;
}
