import type { Client } from '@temporalio/client';

/** Temporal's numbers for the two sides of a task queue. */
const SIDES = { workflow: 1, activity: 2 } as const;

/**
 * When a worker last polled that side of a task queue, in Unix milliseconds by the server's clock; null if none did
 * in the last minutes. With an identity, only that worker counts.
 */
export async function lastPolledAtMs(
  client: Client,
  queue: { namespace: string; taskQueue: string; side: keyof typeof SIDES; identity?: string },
): Promise<number | null> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: queue.namespace,
    taskQueue: { name: queue.taskQueue },
    taskQueueType: SIDES[queue.side],
  });
  const times = (pollers ?? [])
    .filter(({ identity }) => queue.identity === undefined || identity === queue.identity)
    .map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000);
  return times.length === 0 ? null : Math.max(...times);
}
