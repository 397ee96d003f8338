import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createDatabase } from '../platform/database.ts';
import { readEnvironment } from '../platform/environment.ts';
import { createLogger } from '../platform/logger.ts';
import { createWorker } from '../worker/createWorker.ts';
import { openOutsideWorld } from '../worker/outsideWorld.ts';

// The product's worker as it is, which also knows the activity that does nothing.
const environment = readEnvironment(process.env);
const logger = createLogger({ process: 'worker', level: 'warn' });
const database = createDatabase(environment.DATABASE_URL, { poolSize: 20 });
const outside = openOutsideWorld(environment, process.env);
const activities = createActivities({
  ...outside,
  database,
  logger,
  defaultModel: environment.DEFAULT_MODEL,
});
const worker = await createWorker({
  connection: await NativeConnection.connect({ address: environment.TEMPORAL_ADDRESS }),
  namespace: environment.TEMPORAL_NAMESPACE,
  taskQueue: environment.TASK_QUEUE,
  bundlePath: process.env['BENCH_BUNDLE'] ?? '',
  activities: { ...activities, ...{ nothing: () => Promise.resolve(null) } },
  logger,
  report: () => undefined,
});
await worker.run();
await outside.close();
await database.$disconnect();
