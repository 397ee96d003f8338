import {
  condition,
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { childStart, isAlreadyStarted } from './childStart.ts';
import type { StandingActivities, StandingRef, Taken } from './contracts/standing.ts';
import { lookForWakeUpsSignal } from './messages.ts';
import { triedForDays } from './triedForDays.ts';

/** So many runs are begun in one run of this workflow. */
const RUNS_A_HISTORY = 40;

/** At this size it continues as new, however few runs that were: a large team's plan goes with each of them. */
const HISTORY_BYTES = 512 * 1024;

const standingActivities = proxyActivities<StandingActivities>({
  startToCloseTimeout: '30 seconds',
  retry: triedForDays,
});

/**
 * Sleeps for a standing conversation. Told to look, it takes the wake-ups that wait in rows and begins the conversation's
 * next run, a workflow of its own that goes on whatever becomes of this one. It holds nothing itself: a new history begins
 * by looking, so that nothing that came meanwhile is missed. Ends when the conversation is no longer standing.
 */
export async function standing(input: StandingRef): Promise<void> {
  let told = true;
  setHandler(lookForWakeUpsSignal, () => {
    told = true;
  });
  for (let begun = 0; begun < RUNS_A_HISTORY && !hasGrown();) {
    await condition(() => told);
    told = false;
    const taken = await standingActivities.takeWakeUps(input);
    if (taken.kind === 'closed') return;
    if (taken.kind !== 'begun') continue;
    await begin(taken);
    begun += 1;
  }
  await continueAsNew<typeof standing>(input);
}

function hasGrown(): boolean {
  const { continueAsNewSuggested, historySize } = workflowInfo();
  return continueAsNewSuggested || historySize > HISTORY_BYTES;
}

/** Starts the run's workflow. The reconciler may have been faster. */
async function begin({ start }: Extract<Taken, { kind: 'begun' }>): Promise<void> {
  try {
    await startChild(start.type, {
      ...childStart(start),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      parentClosePolicy: ParentClosePolicy.ABANDON,
    });
  } catch (error) {
    if (!isAlreadyStarted(error)) throw error;
  }
}
