import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createDatabase } from '../platform/database.ts';
import { InvalidEnvironmentError, readEnvironment } from '../platform/environment.ts';
import { eventLoopInWords, watchEventLoop } from '../platform/eventLoopDelay.ts';
import { lastPolledAtMs } from '../platform/lastPoll.ts';
import { createLogger } from '../platform/logger.ts';
import { ensureKeywordAttributes } from '../platform/searchAttributes.ts';
import { flushSentry, reportError, startSentry } from '../platform/sentry.ts';
import { outliveStrayErrors } from '../platform/strayErrors.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { searchAttributeNames } from '../workflows/contracts/names.ts';
import { bundlePath } from './bundlePath.ts';
import { createWorker } from './createWorker.ts';
import { createHealthServer } from './health.ts';
import { openOutsideWorld } from './outsideWorld.ts';
import { reconcile } from './reconcile.ts';
import { repeatEvery } from './repeat.ts';
import { catchUp } from './rolledBack.ts';
import { installRuntimeLogger } from './runtimeLogger.ts';

/** The time between two rounds of the reconciler. */
const RECONCILE_INTERVAL_MS = 5_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  await startSentry(environment, 'worker');
  const logger = createLogger({ process: 'worker', level: environment.LOG_LEVEL });
  outliveStrayErrors(logger, reportError);
  watchEventLoop(logger);
  if (!existsSync(bundlePath))
    throw new Error('The workflow bundle is missing: run "npm run build:workflows" first');
  installRuntimeLogger(logger);

  const database = createDatabase(environment.DATABASE_URL, { poolSize: 20 });
  const temporal = await connectTemporal(environment);
  await ensureKeywordAttributes(
    temporal,
    environment.TEMPORAL_NAMESPACE,
    Object.values(searchAttributeNames),
  );
  const connection = await NativeConnection.connect({ address: environment.TEMPORAL_ADDRESS });
  const { TASK_QUEUE: taskQueue, TEMPORAL_NAMESPACE: namespace } = environment;
  const outside = openOutsideWorld(environment, process.env);
  const activities = createActivities({
    ...outside,
    database,
    logger,
    defaultModel: environment.DEFAULT_MODEL,
  });
  const worker = await createWorker({
    connection,
    namespace,
    taskQueue,
    bundlePath,
    activities,
    logger,
    report: reportError,
  });

  const health = createHealthServer([
    { name: 'database', check: () => database.$queryRaw`SELECT 1`.then(() => 'ok') },
    { name: 'temporal', check: () => temporal.workflowService.getSystemInfo({}).then(() => 'ok') },
    { name: 'worker', check: () => describeLastPoll(temporal, worker, namespace, taskQueue) },
    { name: 'event loop', check: () => Promise.resolve(eventLoopInWords()) },
  ]);
  health.listen(environment.WORKER_HEALTH_PORT, environment.HOST);
  await once(health, 'listening');

  const rows = { database, temporal, taskQueue, logger };
  let isFirstRound = true;
  const reconciler = repeatEvery(RECONCILE_INTERVAL_MS, logger, async () => {
    if (isFirstRound) await catchUp(rows);
    isFirstRound = false;
    await reconcile(rows, new Date());
  });
  logger.info({ taskQueue, namespace }, 'worker started');
  // SIGINT and SIGTERM drain it: Temporal's runtime listens for both.
  await worker.run();
  await reconciler.stop();
  await outside.close();
  health.close();
  await database.$disconnect();
  await temporal.connection.close();
  await connection.close();
  await flushSentry();
  logger.info('worker stopped');
}

/** A poll lasts a minute at most; a worker that has not asked for two has lost its server. */
const SILENT_AFTER_MS = 120_000;

async function describeLastPoll(
  temporal: Client,
  worker: Worker,
  namespace: string,
  taskQueue: string,
): Promise<string> {
  if (worker.getState() !== 'RUNNING') throw new Error(worker.getState().toLowerCase());
  const { identity } = worker.options;
  const polledAtMs = await lastPolledAtMs(temporal, { namespace, taskQueue, side: 'activity', identity });
  if (polledAtMs === null) throw new Error('has not polled yet');
  const ageMs = Math.max(0, Date.now() - polledAtMs);
  const line = `last poll ${String(Math.round(ageMs / 1_000))} s ago`;
  if (ageMs > SILENT_AFTER_MS) throw new Error(line);
  return line;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InvalidEnvironmentError)) reportError(error, { process: 'worker' });
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await flushSentry();
  process.exit(1);
}
