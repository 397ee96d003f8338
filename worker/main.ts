import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { appUrlOf } from '../platform/appUrl.ts';
import { bundlePath } from '../platform/bundlePath.ts';
import { createDatabase } from '../platform/database.ts';
import { buildOf } from '../platform/deployments/build.ts';
import { InvalidEnvironmentError, readEnvironment } from '../platform/environment.ts';
import { eventLoopInWords, watchEventLoop } from '../platform/eventLoopDelay.ts';
import { openKnowledgeStore } from '../platform/knowledge/openKnowledgeStore.ts';
import { lastPolledAtMs } from '../platform/lastPoll.ts';
import { createLogger } from '../platform/logger.ts';
import { answerMetrics } from '../platform/metrics/answerMetrics.ts';
import { measureProcess } from '../platform/metrics/processMetrics.ts';
import { metricsRegistry } from '../platform/metrics/registry.ts';
import { ensureKeywordAttributes } from '../platform/searchAttributes.ts';
import { flushSentry, reportError, startSentry } from '../platform/sentry.ts';
import { execute, sql } from '../platform/sql.ts';
import { outliveStrayErrors } from '../platform/strayErrors.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { temporalServer } from '../platform/temporalServer.ts';
import { closeTracer } from '../platform/tracing/spans.ts';
import { startTracing } from '../platform/tracing/startTracing.ts';
import { versionInWords } from '../platform/version.ts';
import { searchAttributeNames } from '../workflows/contracts/names.ts';
import { claimDeployment } from './claimDeployment.ts';
import { createWorker } from './createWorker.ts';
import { createHealthServer, type HealthCheck } from './health.ts';
import { openOutsideWorld } from './outsideWorld.ts';
import { purgeSearches } from './purgeSearches.ts';
import { reconcile } from './reconcile.ts';
import { reconcileImports } from './reconcileImports.ts';
import { reconcileNotices } from './reconcileNotices.ts';
import { reconcileSchedules } from './reconcileSchedules.ts';
import { reconcileWakeUps } from './reconcileWakeUps.ts';
import { repeatEvery } from './repeat.ts';
import { catchUp } from './rolledBack.ts';
import { installRuntime } from './runtime.ts';
import { freeMetricsAddress, readTemporalMetrics } from './temporalMetrics.ts';

/** The time between two rounds of the reconciler. */
const RECONCILE_INTERVAL_MS = 5_000;

/** The same for schedules: so long a person waits for what was written to be in Temporal. */
const SCHEDULES_INTERVAL_MS = 1_000;

/** The same for the first build of a deployment, until it is current. */
const CLAIM_INTERVAL_MS = 1_000;

/** The same for wake-ups that activities have written, which can tell no workflow. */
const WAKE_UPS_INTERVAL_MS = 1_000;

/** The same for searches, which are kept for a day. */
const PURGE_INTERVAL_MS = 60 * 60_000;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  await startSentry(environment, 'worker');
  const logger = createLogger({ process: 'worker', level: environment.LOG_LEVEL });
  outliveStrayErrors(logger, reportError);
  await startTracing(environment, 'worker', logger);
  watchEventLoop(logger);
  if (!existsSync(bundlePath))
    throw new Error('The workflow bundle is missing: run "npm run build:workflows" first');
  const temporalMetrics = await freeMetricsAddress();
  installRuntime(logger, temporalMetrics);

  const database = createDatabase(environment.DATABASE_URL, { poolSize: 20 });
  measureProcess({ process: 'worker', commit: environment.COLLOQUY_COMMIT, pool: database.$pool });
  const knowledge = openKnowledgeStore(environment, { poolSize: 8 });
  const temporal = await connectTemporal(environment);
  await ensureKeywordAttributes(
    temporal,
    environment.TEMPORAL_NAMESPACE,
    Object.values(searchAttributeNames),
  );
  const connection = await NativeConnection.connect(temporalServer(environment));
  const { TASK_QUEUE: taskQueue, TEMPORAL_NAMESPACE: namespace } = environment;
  const outside = openOutsideWorld(environment, process.env);
  const activities = createActivities({
    ...outside,
    database,
    knowledge,
    logger,
    appUrl: appUrlOf(environment),
    defaultModel: environment.DEFAULT_MODEL,
  });
  const build = buildOf(environment, bundlePath);
  const worker = await createWorker({
    connection,
    namespace,
    taskQueue,
    bundlePath,
    build,
    activities,
    logger,
    report: reportError,
  });

  const checks: HealthCheck[] = [
    { name: 'database', check: () => execute(database, sql`SELECT 1`).then(() => 'ok') },
    { name: 'knowledge', check: () => knowledge.check() },
    { name: 'temporal', check: () => temporal.workflowService.getSystemInfo({}).then(() => 'ok') },
    { name: 'worker', check: () => describeLastPoll(temporal, worker, namespace, taskQueue) },
    { name: 'event loop', check: () => Promise.resolve(eventLoopInWords()) },
    { name: 'version', check: () => Promise.resolve(versionInWords(environment)) },
  ];
  const health = createHealthServer(checks, (request, response) =>
    answerMetrics(request, response, {
      registry: metricsRegistry,
      token: environment.METRICS_TOKEN,
      more: () => readTemporalMetrics(temporalMetrics),
    }),
  );
  health.listen(environment.WORKER_HEALTH_PORT, environment.HOST);
  await once(health, 'listening');

  const rows = { database, temporal, taskQueue, logger };
  let isFirstRound = true;
  const reconcileConversations = async (now: Date) => {
    if (isFirstRound) await catchUp(rows);
    isFirstRound = false;
    await reconcile(rows, now);
  };
  let isClaimed = build === undefined;
  const claim = async () => {
    if (build !== undefined && !isClaimed) isClaimed = await claimDeployment(rows, build);
  };
  const every = (pauseMs: number, round: (now: Date) => Promise<void>) =>
    repeatEvery(pauseMs, logger, () => round(new Date()));
  // Each by itself: one that fails, or takes long, does not keep the others from their work.
  const rounds = [
    every(RECONCILE_INTERVAL_MS, reconcileConversations),
    every(RECONCILE_INTERVAL_MS, (now) => reconcileImports(rows, now)),
    every(RECONCILE_INTERVAL_MS, (now) => reconcileNotices(rows, now)),
    every(SCHEDULES_INTERVAL_MS, (now) => reconcileSchedules(rows, now)),
    every(CLAIM_INTERVAL_MS, claim),
    every(WAKE_UPS_INTERVAL_MS, (now) => reconcileWakeUps(rows, now)),
    every(PURGE_INTERVAL_MS, (now) => purgeSearches(rows, now)),
  ];
  logger.info({ taskQueue, namespace, ...build }, 'worker started');
  // SIGINT and SIGTERM drain it: Temporal's runtime listens for both.
  await worker.run();
  await Promise.all(rounds.map((each) => each.stop()));
  await outside.close();
  health.close();
  await knowledge.close();
  await database.$disconnect();
  await temporal.connection.close();
  await connection.close();
  await closeTracer();
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
