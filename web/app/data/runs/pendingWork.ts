import { failureText } from '../../../../workflows/contracts/failureText.ts';
import type { TurnFailure } from '../../../../workflows/domain/turnFailure.ts';
import type { PendingActivity, PendingWork } from '../conversations/view.ts';

/** What Temporal says of a workflow under way, as far as it is of use here; times in Unix milliseconds. */
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
  /** A workflow task that waits for a worker, and since when; null: none waits. */
  workflowTaskScheduledAtMs: number | null;
}

/** Work that lies longer than this has nobody to do it: a worker's poll takes it up within milliseconds. */
const UNTOUCHED_MS = 8_000;

/** What the page says of a workflow: its activities with their attempts, and whether any worker is there. */
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
