import { failureText } from '../../../../workflows/contracts/failureText.ts';
import type { TurnFailure } from '../../../../workflows/domain/turnFailure.ts';
import type { PendingActivity, PendingWork } from './pendingWorkView.ts';

/** The part of Temporal's description of a running workflow that is needed here; times are Unix milliseconds. */
export interface WorkflowDescription {
  activities: {
    id: string;
    type: string;
    state: PendingActivity['state'];
    attempt: number;
    maximumAttempts: number | null;
    scheduledAtMs: number | null;
    nextAttemptAtMs: number | null;
    lastFailure: TurnFailure | null;
  }[];
  /** When the workflow task that waits for a worker was scheduled; null if none is waiting. */
  workflowTaskScheduledAtMs: number | null;
}

/** Work that waits longer than this has no worker: a polling worker picks it up within milliseconds. */
const UNTOUCHED_MS = 8_000;

/** What the page shows of a workflow: its activities with their attempts, and whether there is a worker. */
export function pendingWorkOf(description: WorkflowDescription, nowMs: number): PendingWork {
  const lies = (sinceMs: number | null) => sinceMs !== null && nowMs - sinceMs > UNTOUCHED_MS;
  return {
    engine: 'reached',
    away: null,
    noWorker:
      lies(description.workflowTaskScheduledAtMs) ||
      description.activities.some(
        ({ state, scheduledAtMs, nextAttemptAtMs }) =>
          state === 'scheduled' && lies(nextAttemptAtMs ?? scheduledAtMs),
      ),
    activities: description.activities.map((activity) => ({
      id: activity.id,
      type: activity.type,
      state: activity.state,
      attempt: activity.attempt,
      maximumAttempts: activity.maximumAttempts,
      lastFailure: activity.lastFailure === null ? null : failureText(activity.lastFailure),
      nextAttemptAt:
        activity.nextAttemptAtMs !== null && activity.nextAttemptAtMs > nowMs
          ? new Date(activity.nextAttemptAtMs).toISOString()
          : null,
    })),
  };
}
