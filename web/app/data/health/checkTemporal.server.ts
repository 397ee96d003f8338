import type { Client } from '@temporalio/client';
import type { Environment } from '../../../../platform/environment.ts';
import { lastPolledAtMs } from '../../../../platform/lastPoll.ts';
import { temporalAway } from '../../../../platform/temporalAway.ts';
import { describePollers } from './describePollers.ts';
import type { HealthLine } from './healthReport.ts';

const TIMEOUT_MS = 3_000;

export type CheckTemporalOptions = {
  temporal: Client;
  environment: Pick<Environment, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TASK_QUEUE'>;
  now: Date;
};

/** Whether Temporal answers, and how long ago a worker last asked it for work. */
export async function checkTemporal(
  options: CheckTemporalOptions,
): Promise<{ temporalLine: HealthLine; workerLine: HealthLine }> {
  const startedAtMs = performance.now();
  try {
    const [workflowPolledAtMs, activityPolledAtMs] = await Promise.all([
      lastPoll(options, 'workflow'),
      lastPoll(options, 'activity'),
    ]);
    const detail = `${Math.round(performance.now() - startedAtMs)} ms`;
    return {
      temporalLine: { name: 'temporal', state: 'ok', detail },
      workerLine: {
        name: 'worker',
        ...describePollers({ workflowPolledAtMs, activityPolledAtMs, nowMs: options.now.getTime() }),
      },
    };
  } catch (error) {
    const { TEMPORAL_ADDRESS: address } = options.environment;
    const reason = temporalAway(error, address)?.reason ?? 'it does not answer';
    return {
      temporalLine: { name: 'temporal', state: 'down', detail: `at ${address}: ${reason}` },
      workerLine: { name: 'worker', state: 'degraded', detail: 'not known while Temporal is down' },
    };
  }
}

function lastPoll({ temporal, environment }: CheckTemporalOptions, side: 'workflow' | 'activity') {
  const { TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = environment;
  return temporal.withDeadline(Date.now() + TIMEOUT_MS, () =>
    lastPolledAtMs(temporal, { namespace, taskQueue, side }),
  );
}
