import type { Calendar, FieldRange, ServerSpec } from '../../domain/schedules/spec.ts';
import type { OverlapPolicy } from '../../domain/schedules/states.ts';
import {
  SCHEDULED_RUN_WORKFLOW,
  scheduledRunPrefix,
  searchAttributeNames,
  temporalScheduleId,
} from '../names.ts';
import type { ScheduledRunInput } from './scheduledRun.ts';

// How Temporal's client says what ServerSpec says: months and days by their names, spans in milliseconds.

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
type Named<Name> = { start: Name; end: Name; step: number };
type Month = (typeof MONTHS)[number];
type Day = (typeof DAYS)[number];

interface ClientCalendar {
  second: FieldRange[];
  minute: FieldRange[];
  hour: FieldRange[];
  dayOfMonth: FieldRange[];
  month: Named<Month>[];
  year: FieldRange[];
  dayOfWeek: Named<Day>[];
  comment?: string;
}

/** A ServerSpec in the words of Temporal's client. */
export interface ClientSpec {
  calendars: ClientCalendar[];
  intervals: { every: number; offset: number }[];
  skip: ClientCalendar[];
  timezone: string;
  startAt?: Date;
  endAt?: Date;
  jitter: number;
}

export const overlapNames = {
  skip: 'SKIP',
  buffer_one: 'BUFFER_ONE',
  buffer_all: 'BUFFER_ALL',
  cancel_other: 'CANCEL_OTHER',
  terminate_other: 'TERMINATE_OTHER',
  allow_all: 'ALLOW_ALL',
} as const satisfies Record<OverlapPolicy, string>;

/** The policy by the name that Temporal's client gives it. */
export function overlapOfName(name: string): OverlapPolicy {
  const found = Object.entries(overlapNames).find(([, each]) => each === name);
  // A policy of a newer server: what is going is left alone.
  return (found?.[0] ?? 'skip') as OverlapPolicy;
}

export function clientSpecOf(spec: ServerSpec): ClientSpec {
  const { calendars, intervals, skip, timeZone, startAt, endAt, jitterSeconds } = spec;
  return {
    calendars: calendars.map(clientCalendar),
    intervals: intervals.map(({ everySeconds, offsetSeconds }) => ({
      every: everySeconds * 1_000,
      offset: offsetSeconds * 1_000,
    })),
    skip: skip.map(clientCalendar),
    timezone: timeZone,
    ...(startAt === null ? {} : { startAt: new Date(startAt) }),
    ...(endAt === null ? {} : { endAt: new Date(endAt) }),
    jitter: jitterSeconds * 1_000,
  };
}

function clientCalendar({ month, dayOfWeek, comment, ...rest }: Calendar): ClientCalendar {
  return {
    ...rest,
    month: month.map(({ start, end, step }) => ({
      start: MONTHS[start - 1] ?? 'JANUARY',
      end: MONTHS[end - 1] ?? 'DECEMBER',
      step,
    })),
    dayOfWeek: dayOfWeek.map(({ start, end, step }) => ({
      start: DAYS[start] ?? 'SUNDAY',
      end: DAYS[end] ?? 'SATURDAY',
      step,
    })),
    comment,
  };
}

/** What Temporal's client says of a spec, with what it may leave out. */
export interface DescribedSpec {
  calendars?: ClientCalendar[];
  intervals?: { every: number; offset: number }[];
  skip?: ClientCalendar[];
  timezone?: string;
  startAt?: Date;
  endAt?: Date;
  jitter?: number;
}

export function serverSpecOf(spec: DescribedSpec): ServerSpec {
  return {
    calendars: (spec.calendars ?? []).map(calendarOfClient),
    intervals: (spec.intervals ?? []).map(({ every, offset }) => ({
      everySeconds: Math.floor(every / 1_000),
      // The client says "undefined" for none.
      offsetSeconds: Math.floor(((offset as number | undefined) ?? 0) / 1_000),
    })),
    skip: (spec.skip ?? []).map(calendarOfClient),
    timeZone: spec.timezone === undefined || spec.timezone === '' ? 'UTC' : spec.timezone,
    startAt: spec.startAt?.toISOString() ?? null,
    endAt: spec.endAt?.toISOString() ?? null,
    jitterSeconds: Math.floor((spec.jitter ?? 0) / 1_000),
  };
}

function calendarOfClient({ month, dayOfWeek, comment, ...rest }: ClientCalendar): Calendar {
  return {
    ...rest,
    month: month.map(({ start, end, step }) => ({
      start: MONTHS.indexOf(start) + 1,
      end: MONTHS.indexOf(end) + 1,
      step,
    })),
    dayOfWeek: dayOfWeek.map(({ start, end, step }) => ({
      start: DAYS.indexOf(start),
      end: DAYS.indexOf(end),
      step,
    })),
    comment: comment ?? '',
  };
}

/** A schedule as it is to stand in Temporal. */
export interface KeptSchedule {
  id: string;
  projectId: string;
  name: string;
  revision: number;
  spec: ServerSpec;
  overlap: OverlapPolicy;
  catchUpSeconds: number;
  /** Null: no limit. */
  remainingRuns: number | null;
  isPaused: boolean;
  pauseNote: string;
}

/** The same as platform/temporalSchedules.ts takes it. */
export function temporalSchedule(kept: KeptSchedule) {
  const input: ScheduledRunInput = { projectId: kept.projectId, scheduleId: kept.id };
  return {
    scheduleId: temporalScheduleId(kept.id),
    spec: clientSpecOf(kept.spec),
    overlap: overlapNames[kept.overlap],
    catchUpMs: kept.catchUpSeconds * 1_000,
    remainingRuns: kept.remainingRuns,
    isPaused: kept.isPaused,
    note: kept.pauseNote,
    workflowType: SCHEDULED_RUN_WORKFLOW,
    workflowId: scheduledRunPrefix(kept.id),
    input,
    summary: kept.name,
    revision: kept.revision,
    keywords: { [searchAttributeNames.project]: kept.projectId },
  };
}
