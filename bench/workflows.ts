import { proxyActivities } from '@temporalio/workflow';

export { conversation } from '../workflows/conversation.ts';
export { scheduledRun } from '../workflows/scheduledRun.ts';
export { standing } from '../workflows/standing.ts';

const { nothing } = proxyActivities<{ nothing: () => Promise<null> }>({
  startToCloseTimeout: '10 seconds',
  // On a busy machine a start may be lost.
  retry: { maximumAttempts: 10 },
});

/** What Temporal itself costs: this many consecutive activities that do nothing. */
export async function bareRoundTrips(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await nothing();
}
