import { proxyActivities } from '@temporalio/workflow';

export { conversation } from '../workflows/conversation.ts';

const { nothing } = proxyActivities<{ nothing: () => Promise<null> }>({
  startToCloseTimeout: '10 seconds',
  // On a busy machine a start may be lost on its way.
  retry: { maximumAttempts: 10 },
});

/** What Temporal itself costs: so many activities one after another that do nothing. */
export async function bareRoundTrips(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await nothing();
}
