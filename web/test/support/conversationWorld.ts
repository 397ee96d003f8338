import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { Page } from 'playwright-core';
import { createActivities } from '../../../activities/index.ts';
import { createModelClient } from '../../../activities/model/client.ts';
import { createLogger } from '../../../platform/logger.ts';
import { startScriptedModel, type ScriptedModel } from '../../../test/support/scriptedModel.ts';
import { testTemporal } from '../../../test/support/testTemporal.ts';
import { bundlePath } from '../../../worker/bundlePath.ts';
import { createWorker } from '../../../worker/createWorker.ts';
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

export async function openConversationWorld(): Promise<ConversationWorld> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const where = testTemporal();
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = where;
  const model = await startScriptedModel();
  const environment = { ...where, LOG_LEVEL: 'info' };
  const world = await openBrowserWorld(environment);
  const connection = await NativeConnection.connect({ address });
  const logger = createLogger({ process: 'worker', level: 'silent' });
  let running: { worker: Worker; ended: Promise<void> } | null = null;
  let killWeb = () => Promise.resolve();

  const startWorker = async () => {
    const worker = await createWorker({
      connection,
      namespace,
      taskQueue,
      bundlePath,
      activities: createActivities({
        database: world.database,
        logger,
        model: createModelClient({ OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'sk-test-0123456789' }),
        defaultModel: 'test-model',
      }),
      logger,
      report: () => undefined,
    });
    running = { worker, ended: worker.run() };
  };
  const stopWorker = async () => {
    running?.worker.shutdown();
    await running?.ended;
    running = null;
  };
  await startWorker();

  return {
    ...world,
    model,
    startWorker,
    stopWorker,
    restartWeb: async (whileDown) => {
      await world.kill();
      await killWeb();
      await whileDown();
      const { port } = new URL(world.url);
      const next = await startWebServer({ ...environment, DATABASE_URL: world.databaseUrl, PORT: port });
      killWeb = next.kill;
    },
    close: async () => {
      await stopWorker();
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
