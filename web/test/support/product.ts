import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import type { Database } from '../../../platform/database.ts';
import type { Build } from '../../../platform/deployments/build.ts';
import type { Environment } from '../../../platform/environment.ts';
import { type ScriptedModel, startScriptedModel } from '../../../test/support/scriptedModel.ts';
import type { TestTemporal } from '../../../test/support/testTemporal.ts';
import { type TestWorker, testWorker } from '../../../worker/test/testWorker.ts';

/** What runs behind a web process: a worker, and a model that says what the test has scripted. */
export interface Product {
  model: ScriptedModel;
  startWorker: () => Promise<void>;
  /** A further worker, of a build of a deployment, which the test starts and stops. */
  workerOf: (build: Build) => TestWorker;
  stopWorker: () => Promise<void>;
  /** The last warning or error that the worker has logged about this conversation. */
  lastLogged: (conversationId: string) => Record<string, unknown> | undefined;
  close: () => Promise<void>;
}

export async function openProduct(
  database: Database,
  where: TestTemporal,
  settings: Partial<Environment> = {},
): Promise<Product> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = where;
  const model = await startScriptedModel();
  const connection = await NativeConnection.connect({ address });
  const logged: Record<string, unknown>[] = [];
  const logger = pino(
    { level: 'warn' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const { baseUrl } = model;
  const ours = { connection, namespace, taskQueue, database, baseUrl, logger, settings };
  const worker = testWorker(ours);
  await worker.start();
  return {
    model,
    startWorker: worker.start,
    workerOf: (build) => testWorker({ ...ours, build }),
    stopWorker: worker.stop,
    lastLogged: (id) => logged.findLast(({ conversationId }) => conversationId === id),
    close: async () => {
      await worker.stop();
      await connection.close();
      await model.close();
    },
  };
}
