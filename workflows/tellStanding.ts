import { getExternalWorkflowHandle, log, ParentClosePolicy, startChild } from '@temporalio/workflow';
import { childStart, isAlreadyStarted } from './childStart.ts';
import { standingWorkflowId } from './contracts/names.ts';
import { type StandingRef, standingStart } from './contracts/standing.ts';
import { lookForWakeUpsSignal } from './messages.ts';

/**
 * Tells the workflow that sleeps for a standing conversation to look for wake-ups, and starts it if there is none: a run of
 * it has ended, or that of one that wakes it. What goes wrong here delays wake-ups by a minute at most: the reconciler tells it again.
 */
export async function tellStanding({ projectId, conversationId }: StandingRef): Promise<void> {
  const start = standingStart({ projectId, conversationId });
  try {
    await startChild(start.type, { ...childStart(start), parentClosePolicy: ParentClosePolicy.ABANDON });
  } catch (error) {
    if (!isAlreadyStarted(error)) throw error;
    await tell(conversationId);
  }
}

async function tell(conversationId: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(standingWorkflowId(conversationId)).signal(lookForWakeUpsSignal);
  } catch (error) {
    log.warn('the standing workflow could not be told', { conversationId, error });
  }
}
