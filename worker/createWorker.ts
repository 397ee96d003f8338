import { totalmem } from 'node:os';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from '../platform/logger.ts';
import type { ConversationActivities } from '../workflows/contracts/activityTypes.ts';
import { createActivityInterceptor, type ReportError } from './activityInterceptor.ts';
import { availableBytes, tuningFor } from './tuning.ts';

export interface WorkerSettings {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  /** A bundle made by worker/bundle.ts. */
  bundlePath: string;
  activities: ConversationActivities;
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
    activities: { ...settings.activities },
    interceptors: {
      activity: [
        (context) => ({ inbound: createActivityInterceptor(context, settings.logger, settings.report) }),
      ],
    },
    reuseV8Context: true,
    maxCachedWorkflows: cachedWorkflows,
    maxConcurrentActivityTaskExecutions: concurrentActivities,
    maxConcurrentWorkflowTaskPolls: 10,
    maxConcurrentActivityTaskPolls: 10,
    // A dead worker's workflows go to another after this long.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    // A cancel travels back with a heartbeat: it shall arrive within a second or so.
    maxHeartbeatThrottleInterval: '1 second',
    defaultHeartbeatThrottleInterval: '1 second',
    // Longer than a heartbeat's timeout: a reply that is nearly done is not paid for again after a deploy.
    shutdownGraceTime: '20 seconds',
  });
}
