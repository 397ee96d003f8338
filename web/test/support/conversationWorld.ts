import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Page } from 'playwright-core';
import type { Logger } from '../../../platform/logger.ts';
import { startScriptedModel, type ScriptedModel } from '../../../test/support/scriptedModel.ts';
import { testTemporal } from '../../../test/support/testTemporal.ts';
import { testWorker } from '../../../worker/test/testWorker.ts';
import { openBrowserWorld, type BrowserWorld } from './browserWorld.ts';
import { startWebServer } from './webServer.ts';

/** The whole product before a browser: web, Temporal, a worker and a model that says what the test has written down. */
export interface ConversationWorld extends BrowserWorld {
  model: ScriptedModel;
  stopWorker: () => Promise<void>;
  startWorker: () => Promise<void>;
  /** Ends the web process and starts another at the same address; `whileDown` runs in between. */
  restartWeb: (whileDown: () => Promise<void>) => Promise<void>;
}

export async function openConversationWorld({
  logger,
}: { logger?: Logger } = {}): Promise<ConversationWorld> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const where = testTemporal();
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = where;
  const model = await startScriptedModel();
  const environment = { ...where, LOG_LEVEL: 'info' };
  const world = await openBrowserWorld(environment);
  const connection = await NativeConnection.connect({ address });
  let killWeb = () => Promise.resolve();

  const worker = testWorker({
    connection,
    namespace,
    taskQueue,
    database: world.database,
    baseUrl: model.baseUrl,
    ...(logger === undefined ? {} : { logger }),
  });
  await worker.start();

  return {
    ...world,
    model,
    startWorker: worker.start,
    stopWorker: worker.stop,
    restartWeb: async (whileDown) => {
      await world.kill();
      await killWeb();
      await whileDown();
      const { port } = new URL(world.url);
      const next = await startWebServer({ ...environment, DATABASE_URL: world.databaseUrl, PORT: port });
      killWeb = next.kill;
    },
    close: async () => {
      await worker.stop();
      await connection.close();
      await killWeb();
      await world.close();
      await model.close();
    },
  };
}

/** Starts a conversation as a person does, and is left on its page. Returns its id. */
export async function startInBrowser(page: Page, url: string, team: string, task: string): Promise<string> {
  await page.goto(`${url}/conversations/new`);
  await page.getByRole('radio', { name: team }).check();
  await page.getByLabel('Task').fill(task);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}
