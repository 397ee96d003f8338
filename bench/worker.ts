import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { appUrlOf } from '../platform/appUrl.ts';
import { createDatabase } from '../platform/database.ts';
import { readEnvironment } from '../platform/environment.ts';
import { openKnowledgeStore } from '../platform/knowledge/openKnowledgeStore.ts';
import { createLogger } from '../platform/logger.ts';
import { temporalServer } from '../platform/temporalServer.ts';
import { createWorker } from '../worker/createWorker.ts';
import { openOutsideWorld } from '../worker/outsideWorld.ts';

// The product's worker, unchanged except that it also has the activity that does nothing.
const environment = readEnvironment(process.env);
const logger = createLogger({ process: 'worker', level: 'warn' });
const database = createDatabase(environment.DATABASE_URL, { poolSize: 20 });
const knowledge = openKnowledgeStore(environment, { poolSize: 8 });
const outside = openOutsideWorld(environment, process.env);
const activities = createActivities({
  ...outside,
  database,
  knowledge,
  logger,
  appUrl: appUrlOf(environment),
  defaultModel: environment.DEFAULT_MODEL,
});
const worker = await createWorker({
  connection: await NativeConnection.connect(temporalServer(environment)),
  namespace: environment.TEMPORAL_NAMESPACE,
  taskQueue: environment.TASK_QUEUE,
  bundlePath: process.env['BENCH_BUNDLE'] ?? '',
  activities: { ...activities, ...{ nothing: () => Promise.resolve(null) } },
  logger,
  report: () => undefined,
});
await worker.run();
await outside.close();
await knowledge.close();
await database.$disconnect();
