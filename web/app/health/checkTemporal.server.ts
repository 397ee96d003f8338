import type { Client } from '@temporalio/client';
import type { Environment } from '../../../platform/environment.ts';
import { describePollers } from './describePollers.ts';
import type { HealthLine } from './healthReport.ts';

const TIMEOUT_MS = 3_000;
const TASK_QUEUE_TYPE_WORKFLOW = 1;
const TASK_QUEUE_TYPE_ACTIVITY = 2;

export type CheckTemporalOptions = {
  temporal: Client;
  environment: Pick<Environment, 'TEMPORAL_NAMESPACE' | 'TASK_QUEUE'>;
  now: Date;
};

/** Whether Temporal answers, and how long ago a worker last asked it for work. */
export async function checkTemporal(
  options: CheckTemporalOptions,
): Promise<{ temporalLine: HealthLine; workerLine: HealthLine }> {
  const startedAtMs = performance.now();
  try {
    const [workflowPolledAtMs, activityPolledAtMs] = await Promise.all([
      lastPolledAtMs(options, TASK_QUEUE_TYPE_WORKFLOW),
      lastPolledAtMs(options, TASK_QUEUE_TYPE_ACTIVITY),
    ]);
    const detail = `${Math.round(performance.now() - startedAtMs)} ms`;
    return {
      temporalLine: { name: 'temporal', state: 'ok', detail },
      workerLine: {
        name: 'worker',
        ...describePollers({ workflowPolledAtMs, activityPolledAtMs, nowMs: options.now.getTime() }),
      },
    };
  } catch {
    return {
      temporalLine: { name: 'temporal', state: 'down', detail: 'it does not answer' },
      workerLine: { name: 'worker', state: 'degraded', detail: 'not known while Temporal is down' },
    };
  }
}

async function lastPolledAtMs(
  { temporal, environment }: CheckTemporalOptions,
  taskQueueType: number,
): Promise<number | null> {
  const { workflowService } = temporal;
  const { pollers } = await temporal.withDeadline(Date.now() + TIMEOUT_MS, () =>
    workflowService.describeTaskQueue({
      namespace: environment.TEMPORAL_NAMESPACE,
      taskQueue: { name: environment.TASK_QUEUE },
      taskQueueType,
    }),
  );
  const times = (pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000);
  return times.length === 0 ? null : Math.max(...times);
}
