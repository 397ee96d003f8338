import type { Transaction } from '../../platform/database.ts';
import { endStates, oneOf } from '../../workflows/domain/recordStates.ts';
import type { RunRefusal, ScheduledRunState } from '../../workflows/domain/schedules/states.ts';

export interface WokenRunEnd {
  state: ScheduledRunState;
  /** Why nothing ran. */
  refusal: RunRefusal | null;
}

/** How the run ended that took a wake-up, or that nobody will take it any more; null: it waits, or its run is going. */
export async function wokenRunEnd(
  database: Pick<Transaction, 'wakeUp' | 'conversationRun'>,
  { projectId, wakeUpId }: { projectId: string; wakeUpId: string },
): Promise<WokenRunEnd | null> {
  const { state, conversationId, run } = await database.wakeUp.findUniqueOrThrow({
    where: { id: wakeUpId, projectId },
    select: { state: true, conversationId: true, run: true },
  });
  if (state === 'dropped') return { state: 'cancelled', refusal: 'not_taken' };
  if (run === null) return null;
  const taken = await database.conversationRun.findUniqueOrThrow({
    where: { conversationId_run: { conversationId, run }, projectId },
    select: { state: true, endedAt: true },
  });
  if (taken.endedAt === null || taken.state === null) return null;
  return { state: oneOf(endStates, taken.state), refusal: null };
}
