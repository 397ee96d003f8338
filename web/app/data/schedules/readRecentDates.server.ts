import { datedRevisions } from '../../../../workflows/contracts/schedules/storedSchedule.ts';
import { beginOfNewest } from '../../../../workflows/domain/schedules/dates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { readScheduleDates, type ScheduleDates } from './readScheduleDates.server.ts';

/** How many dates the page of a schedule shows. */
export const RECENT_DATES = 60;

/** The newest dates of a schedule up to a moment, the earliest first; `hasMore`: there are earlier ones. */
export async function readRecentDates(
  scope: ProjectScope,
  scheduleId: string,
  until: Date,
): Promise<Pick<ScheduleDates, 'dates' | 'hasMore'> | null> {
  const { database } = services();
  const ofSchedule = { scheduleId, projectId: scope.projectId };
  const [revisions, runs] = await Promise.all([
    database.scheduleRevision.findMany({
      where: { ...ofSchedule, effectiveAt: { not: null } },
      orderBy: { revision: 'asc' },
    }),
    database.scheduledRun.findMany({
      where: { ...ofSchedule, nominalAt: { lte: until } },
      orderBy: { nominalAt: 'desc' },
      take: RECENT_DATES + 1,
      select: { nominalAt: true },
    }),
  ]);
  const begin = beginOfNewest(
    datedRevisions(revisions),
    runs.map(({ nominalAt }) => nominalAt),
    { until, most: RECENT_DATES },
  );
  const range = { from: begin ?? new Date(0), until, most: RECENT_DATES };
  const read = await readScheduleDates(scope, scheduleId, range);
  return read === null ? null : { dates: read.dates, hasMore: begin !== null };
}
