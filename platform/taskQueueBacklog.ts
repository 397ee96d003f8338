import type { Client } from '@temporalio/client';

/** Temporal's numbers for the two sides of a task queue. */
const SIDES = { workflow: 1, activity: 2 } as const;

/** One side of a task queue. */
export interface Backlog {
  /** Tasks that wait for a worker, as the server estimates them. */
  tasks: number;
  /** How long the oldest of them has waited. */
  ageSeconds: number;
  /** How many workers have asked for tasks in the last minutes. */
  pollers: number;
}

/** What waits on both sides of a task queue, and who asks for it. Fails as Temporal's client does, and after `timeoutMs`. */
export async function taskQueueBacklog(
  client: Client,
  taskQueue: string,
  timeoutMs: number,
): Promise<Record<keyof typeof SIDES, Backlog>> {
  return client.withDeadline(Date.now() + timeoutMs, async () => {
    const [workflow, activity] = await Promise.all([
      backlogOf(client, taskQueue, SIDES.workflow),
      backlogOf(client, taskQueue, SIDES.activity),
    ]);
    return { workflow, activity };
  });
}

async function backlogOf(
  { workflowService, options }: Client,
  taskQueue: string,
  taskQueueType: number,
): Promise<Backlog> {
  const { stats, pollers } = await workflowService.describeTaskQueue({
    namespace: options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType,
    reportStats: true,
  });
  return {
    tasks: Number(stats?.approximateBacklogCount ?? 0),
    ageSeconds: Number(stats?.approximateBacklogAge?.seconds ?? 0),
    pollers: new Set((pollers ?? []).map(({ identity }) => identity)).size,
  };
}
