import type { Prisma } from '../../prisma/generated/client.ts';

/** Which date of a schedule a run is for. */
export interface RunDate {
  nominalAt: Date;
  /** The schedule's. */
  timeZone: string;
}

type RunColumns = Pick<
  Prisma.ScheduledRunUncheckedCreateInput,
  'state' | 'refusal' | 'startedAt' | 'endedAt' | 'carriedIn' | 'carriedFromRunId' | 'wakeUpId'
>;

/** Writes a date's run, or writes one anew that was asked for or refused. */
export type WriteRun = (run: RunColumns) => Promise<{ id: string }>;
