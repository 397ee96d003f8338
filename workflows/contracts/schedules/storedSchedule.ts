import { z } from 'zod';
import { oneOf } from '../../domain/recordStates.ts';
import type { DatedRevision } from '../../domain/schedules/expectedTimes.ts';
import { foldChoices, gapChoices, type ScheduleSpec, type ServerSpec } from '../../domain/schedules/spec.ts';
import { overlapPolicies } from '../../domain/schedules/states.ts';

const range = z.object({ start: z.int(), end: z.int(), step: z.int() });
const ranges = z.array(range);
const calendar = z.object({
  second: ranges,
  minute: ranges,
  hour: ranges,
  dayOfMonth: ranges,
  month: ranges,
  year: ranges,
  dayOfWeek: ranges,
  comment: z.string(),
});
const interval = { everySeconds: z.number(), offsetSeconds: z.number() };
const moment = z.string().nullable();

/** A ServerSpec as it is stored with a revision. */
export const serverSpecSchema: z.ZodType<ServerSpec> = z.object({
  calendars: z.array(calendar),
  intervals: z.array(z.object(interval)),
  skip: z.array(calendar),
  timeZone: z.string(),
  startAt: moment,
  endAt: moment,
  jitterSeconds: z.number(),
});

/** Stored revisions that the server has gone by, with what dates take of them. */
export function datedRevisions(
  rows: readonly {
    revision: number;
    serverSpec: unknown;
    overlap: string;
    catchUpSeconds: number;
    effectiveAt: Date | null;
  }[],
): DatedRevision[] {
  return rows.flatMap(({ revision, serverSpec, overlap, catchUpSeconds, effectiveAt }) =>
    effectiveAt === null
      ? []
      : [
          {
            revision,
            serverSpec: serverSpecSchema.parse(serverSpec),
            overlap: oneOf(overlapPolicies, overlap),
            catchUpSeconds,
            effectiveAt,
          },
        ],
  );
}

const field = z.string();
const calendarText = z.object({
  second: field,
  minute: field,
  hour: field,
  dayOfMonth: field,
  month: field,
  year: field,
  dayOfWeek: field,
});

/** A ScheduleSpec as it is stored with a revision: what was taken once is read for ever. */
export const storedSpecSchema: z.ZodType<ScheduleSpec> = z.object({
  timing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cron'), expressions: z.array(z.string()) }),
    z.object({ kind: z.literal('interval'), ...interval }),
    z.object({ kind: z.literal('calendar'), calendars: z.array(calendarText) }),
  ]),
  timeZone: z.string(),
  startAt: moment,
  endAt: moment,
  jitterSeconds: z.number(),
  gap: z.enum(gapChoices),
  fold: z.enum(foldChoices),
});
