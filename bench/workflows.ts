import { proxyActivities } from '@temporalio/workflow';

export { conversation } from '../workflows/conversation.ts';

const { nothing } = proxyActivities<{ nothing: () => Promise<null> }>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 1 },
});

/** What Temporal itself costs: so many activities one after another that do nothing. */
export async function bareRoundTrips(count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) await nothing();
}
