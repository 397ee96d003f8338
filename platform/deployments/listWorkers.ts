import type { Client } from '@temporalio/client';
import { dateOf } from './serverTime.ts';

/** Temporal's number for the workflow side of a task queue. */
const WORKFLOW_SIDE = 1;

/** A worker as the server knows it. */
export interface PollingWorker {
  identity: string;
  /** Null: it belongs to no deployment. */
  buildId: string | null;
  polledAt: Date;
}

/** The workers that have asked for workflow tasks in the last minutes, the latest first. Fails as Temporal's client does, and after `timeoutMs`. */
export async function listWorkers(
  client: Client,
  taskQueue: string,
  timeoutMs: number,
): Promise<PollingWorker[]> {
  const { pollers } = await client.withDeadline(Date.now() + timeoutMs, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: WORKFLOW_SIDE,
    }),
  );
  return (pollers ?? [])
    .map(({ identity, deploymentOptions, lastAccessTime }) => ({
      identity: identity ?? '',
      // The server says "" where there is none.
      buildId: (deploymentOptions?.deploymentName ?? '') === '' ? null : (deploymentOptions?.buildId ?? null),
      polledAt: dateOf(lastAccessTime),
    }))
    .sort((one, other) => other.polledAt.getTime() - one.polledAt.getTime());
}
