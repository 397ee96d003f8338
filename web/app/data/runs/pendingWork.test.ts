import { describe, expect, it } from '@jest/globals';
import { pendingWorkOf, type WorkflowDescription } from './pendingWork.ts';

const NOW = 1_000_000;
const activity = (changes: Partial<WorkflowDescription['activities'][number]>): WorkflowDescription => ({
  workflowTaskScheduledAtMs: null,
  activities: [
    {
      id: '1',
      type: 'generateReply',
      state: 'scheduled',
      attempt: 1,
      maximumAttempts: null,
      scheduledAtMs: NOW - 1_000,
      nextAttemptAtMs: null,
      lastFailure: null,
      ...changes,
    },
  ],
});

describe('pendingWorkOf', () => {
  it('sees that no worker is there by work that lies untouched', () => {
    expect(pendingWorkOf(activity({}), NOW).noWorker).toBe(false);
    expect(pendingWorkOf(activity({ scheduledAtMs: NOW - 60_000 }), NOW).noWorker).toBe(true);
    expect(pendingWorkOf({ activities: [], workflowTaskScheduledAtMs: NOW - 60_000 }, NOW).noWorker).toBe(
      true,
    );
  });

  it('takes a long call, or a wait for the next attempt, for no such thing', () => {
    expect(pendingWorkOf(activity({ state: 'started', scheduledAtMs: NOW - 600_000 }), NOW).noWorker).toBe(
      false,
    );
    const waiting = pendingWorkOf(
      activity({ attempt: 3, scheduledAtMs: NOW - 60_000, nextAttemptAtMs: NOW + 5_000 }),
      NOW,
    );
    expect(waiting.noWorker).toBe(false);
    expect(waiting.activities).toMatchObject([
      { attempt: 3, nextAttemptAt: new Date(NOW + 5_000).toISOString() },
    ]);
  });
});
