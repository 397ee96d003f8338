import { workflowInfo } from '@temporalio/workflow';
import type { RunningConversation } from './runningConversation.ts';

/** Whether whatever waits has to come back: the conversation stops, or continues as new. */
export function isInterrupted(running: RunningConversation): boolean {
  return running.state.stop !== null || workflowInfo().continueAsNewSuggested;
}
