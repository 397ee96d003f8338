import type { FailureText } from '../../../../workflows/contracts/failureText.ts';

/** What the workflow engine reports while a conversation is running. */
export interface PendingWork {
  /** Whether the engine answered. */
  engine: 'reached' | 'unreachable' | 'unknown_workflow';
  /** Work has been waiting for a while and no worker has picked it up. */
  noWorker: boolean;
  /** What can't be reached, with its address and the reason; null if the engine answered. */
  away: FailureText | null;
  activities: PendingActivity[];
}

export interface PendingActivity {
  id: string;
  type: string;
  /** scheduled: waits for a worker or for its next attempt */
  state: 'scheduled' | 'started' | 'cancelling';
  attempt: number;
  maximumAttempts: number | null;
  lastFailure: FailureText | null;
  nextAttemptAt: string | null;
}

export const NO_PENDING_WORK: PendingWork = {
  engine: 'reached',
  noWorker: false,
  away: null,
  activities: [],
};
