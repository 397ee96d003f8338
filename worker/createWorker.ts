import { totalmem } from 'node:os';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { createActivities } from '../activities/index.ts';
import type { Build } from '../platform/deployments/build.ts';
import type { Logger } from '../platform/logger.ts';
import { tracingSinks } from '../platform/tracing/tracingSinks.ts';
import { createActivityInterceptor, type ReportError } from './activityInterceptor.ts';
import { traceActivities } from './traceActivities.ts';
import { availableBytes, tuningFor } from './tuning.ts';

/**
 * How long a worker lets what it has begun come to an end once it is asked to stop. Longer than a heartbeat's timeout: a
 * reply that is nearly done is not paid for again after a deploy.
 */
export const SHUTDOWN_GRACE_SECONDS = 20;

export interface WorkerSettings {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  /** A bundle made by worker/bundle.ts. */
  bundlePath: string;
  /** The deployment that it belongs to, and its build in it; absent: it takes all tasks that belong to none. */
  build?: Build | undefined;
  activities: ReturnType<typeof createActivities>;
  logger: Logger;
  report: ReportError;
}

/** A worker as Colloquy tunes it: the same in production, in tests and in benchmarks. */
export async function createWorker(settings: WorkerSettings): Promise<Worker> {
  const { cachedWorkflows, concurrentActivities } = tuningFor(
    availableBytes(process.constrainedMemory(), totalmem()),
  );
  return Worker.create({
    connection: settings.connection,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    workflowBundle: { codePath: settings.bundlePath },
    ...(settings.build && {
      workerDeploymentOptions: {
        useWorkerVersioning: true,
        version: settings.build,
        // Conversations are pinned, as they say themselves; all others have few steps, and move with the release (decision 50).
        defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
      },
    }),
    activities: { ...settings.activities },
    interceptors: {
      activity: [
        traceActivities,
        (context) => ({ inbound: createActivityInterceptor(context, settings.logger, settings.report) }),
      ],
    },
    sinks: tracingSinks,
    reuseV8Context: true,
    maxCachedWorkflows: cachedWorkflows,
    maxConcurrentActivityTaskExecutions: concurrentActivities,
    maxConcurrentWorkflowTaskPolls: 10,
    maxConcurrentActivityTaskPolls: 10,
    // A dead worker's workflows go to another after this long.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    // A cancellation arrives with a heartbeat's answer, and should arrive within about a second.
    maxHeartbeatThrottleInterval: '1 second',
    defaultHeartbeatThrottleInterval: '1 second',
    shutdownGraceTime: SHUTDOWN_GRACE_SECONDS * 1_000,
  });
}
