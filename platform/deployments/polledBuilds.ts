import type { Client } from '@temporalio/client';
import { dateOf } from './serverTime.ts';

/** Temporal's number for the workflow side of a task queue. */
const WORKFLOW_SIDE = 1;
/** A poll lasts a minute at most. */
const SILENT_AFTER_MS = 120_000;

/** The builds of a deployment of which a worker has asked for work in the last minutes. */
export async function polledBuilds(
  { workflowService, options }: Client,
  { deploymentName, taskQueue }: { deploymentName: string; taskQueue: string },
  now: Date,
): Promise<ReadonlySet<string>> {
  const { pollers } = await workflowService.describeTaskQueue({
    namespace: options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: WORKFLOW_SIDE,
  });
  const polled = (pollers ?? []).filter(
    ({ deploymentOptions, lastAccessTime }) =>
      deploymentOptions?.deploymentName === deploymentName &&
      now.getTime() - dateOf(lastAccessTime).getTime() < SILENT_AFTER_MS,
  );
  return new Set(polled.map(({ deploymentOptions }) => deploymentOptions?.buildId ?? ''));
}
