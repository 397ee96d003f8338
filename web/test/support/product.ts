import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import type { Database } from '../../../platform/database.ts';
import { type ScriptedModel, startScriptedModel } from '../../../test/support/scriptedModel.ts';
import type { TestTemporal } from '../../../test/support/testTemporal.ts';
import { testWorker } from '../../../worker/test/testWorker.ts';

/** What stands behind a web process: a worker, and a model that says what the test has written down. */
export interface Product {
  model: ScriptedModel;
  startWorker: () => Promise<void>;
  stopWorker: () => Promise<void>;
  /** The last warning or error that the worker has logged of this conversation. */
  lastLogged: (conversationId: string) => Record<string, unknown> | undefined;
  close: () => Promise<void>;
}

export async function openProduct(database: Database, where: TestTemporal): Promise<Product> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = where;
  const model = await startScriptedModel();
  const connection = await NativeConnection.connect({ address });
  const logged: Record<string, unknown>[] = [];
  const logger = pino(
    { level: 'warn' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const worker = testWorker({ connection, namespace, taskQueue, database, baseUrl: model.baseUrl, logger });
  await worker.start();
  return {
    model,
    startWorker: worker.start,
    stopWorker: worker.stop,
    lastLogged: (id) => logged.findLast(({ conversationId }) => conversationId === id),
    close: async () => {
      await worker.stop();
      await connection.close();
      await model.close();
    },
  };
}
