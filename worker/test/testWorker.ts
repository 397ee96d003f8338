import type { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { bundlePath as builtBundlePath } from '../../platform/bundlePath.ts';
import type { Database } from '../../platform/database.ts';
import type { Build } from '../../platform/deployments/build.ts';
import type { Environment } from '../../platform/environment.ts';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { createLogger, type Logger } from '../../platform/logger.ts';
import { knowledgeOf } from '../../test/support/knowledgeOf.ts';
import { createWorker } from '../createWorker.ts';
import { openOutsideWorld, type OutsideWorld } from '../outsideWorld.ts';

/** The product's worker in the test's own process, which a test may stop and start again. */
export interface TestWorker {
  start: () => Promise<void>;
  /** Lets what it has started finish. */
  stop: () => Promise<void>;
}

export function testWorker(where: {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  database: Database;
  /** The model's address. */
  baseUrl: string;
  /** The operator's own variables, including those that hold secrets. */
  settings?: Partial<Environment>;
  variables?: Record<string, string>;
  /** The deployment that it belongs to; none by default. */
  build?: Build | undefined;
  /** Other workflow code than what is built. */
  bundlePath?: string | undefined;
  /** Receives the worker's log, which otherwise is dropped. */
  logger?: Logger;
}): TestWorker {
  const { connection, namespace, taskQueue, database, baseUrl } = where;
  const logger =
    where.logger ?? createLogger({ process: 'worker', level: process.env['LOG_LEVEL'] ?? 'silent' });
  let running: {
    worker: Worker;
    ended: Promise<void>;
    outside: OutsideWorld;
    knowledge: KnowledgeStore;
  } | null = null;
  return {
    start: async () => {
      const outside = openOutsideWorld(
        { ...testSettings(baseUrl), ...where.settings },
        where.variables ?? {},
      );
      const knowledge = knowledgeOf(database);
      const worker = await createWorker({
        connection,
        namespace,
        taskQueue,
        bundlePath: where.bundlePath ?? builtBundlePath,
        build: where.build,
        activities: createActivities({
          ...outside,
          database,
          knowledge,
          logger,
          appUrl: where.settings?.APP_URL ?? 'https://colloquy.test',
          defaultModel: 'test-model',
        }),
        logger,
        report: () => undefined,
      });
      running = { worker, ended: worker.run(), outside, knowledge };
    },
    stop: async () => {
      running?.worker.shutdown();
      await running?.ended;
      await running?.outside.close();
      await running?.knowledge.close();
      running = null;
    },
  };
}

/** What a test's worker may connect to: servers on this machine, and any MCP server. */
export function testSettings(baseUrl: string) {
  return {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: 'sk-test-0123456789',
    ANTHROPIC_BASE_URL: baseUrl,
    ANTHROPIC_API_KEY: 'sk-ant-test-0123456789',
    ALLOW_PRIVATE_NETWORK: true,
    MCP_STDIO_COMMANDS: ['*'],
  };
}
