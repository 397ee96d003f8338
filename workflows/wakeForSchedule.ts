import { CancellationScope, sleep } from '@temporalio/workflow';
import type { RunRef } from './contracts/schedules/scheduledRun.ts';
import { nextLookMs } from './domain/schedules/waking.ts';
import { scheduleActivities } from './scheduleProxies.ts';
import { tellStanding } from './tellStanding.ts';

/** So many questions are asked in one run of the workflow. */
const QUESTIONS_A_RUN = 500;

interface Woken {
  conversationId: string;
  /** Null: its workflow has not been told yet. */
  wokenAtMs: number | null;
}

/**
 * Tells a standing conversation of what a schedule has written to wake it, and waits until the run that takes it has ended, so that
 * Temporal's overlap policy knows what is still going. Cancelling it only ends the wait: what wakes the conversation is a row, and the
 * run that takes it is not the schedule's own. The reconciler then writes how that ended. Returns null when it is over; or since when it has
 * waited, to go on in a new history.
 */
export async function wakeForSchedule(
  ref: RunRef,
  { conversationId, wokenAtMs }: Woken,
): Promise<number | null> {
  const { projectId } = ref;
  const sinceMs = wokenAtMs ?? Date.now();
  if (wokenAtMs === null) {
    await CancellationScope.nonCancellable(() => tellStanding({ projectId, conversationId }));
  }
  for (let question = 0; question < QUESTIONS_A_RUN; question += 1) {
    await sleep(nextLookMs(Date.now() - sinceMs));
    if (await scheduleActivities.hasConversationEnded(ref)) {
      await CancellationScope.nonCancellable(() => scheduleActivities.endScheduledRun(ref));
      return null;
    }
  }
  return sinceMs;
}
