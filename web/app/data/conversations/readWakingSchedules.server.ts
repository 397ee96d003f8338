import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** A schedule that wakes a standing conversation. */
export interface WakingSchedule {
  id: string;
  name: string;
  isPaused: boolean;
  /** When it next does, as the Temporal server says; null: not again, as far as is known. */
  nextAt: Date | null;
}

/** So many are named. */
const NAMED = 20;

/** The schedules that wake a conversation, by name. */
export async function readWakingSchedules(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<WakingSchedule[]> {
  const rows = await services().database.schedule.findMany({
    where: { wakesId: conversationId, projectId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: NAMED,
    select: { id: true, name: true, pausedAt: true, seenTimes: true },
  });
  const now = new Date();
  return rows.map(({ id, name, pausedAt, seenTimes }) => ({
    id,
    name,
    isPaused: pausedAt !== null,
    nextAt: seenTimes.find((at) => at > now) ?? null,
  }));
}
