import type { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import type { Database } from '../../platform/database.ts';
import type { Environment } from '../../platform/environment.ts';
import { createLogger, type Logger } from '../../platform/logger.ts';
import { bundlePath } from '../bundlePath.ts';
import { createWorker } from '../createWorker.ts';
import { openOutsideWorld, type OutsideWorld } from '../outsideWorld.ts';

/** The product's worker in the test's own process, which a test may stop and start again. */
export interface TestWorker {
  start: () => Promise<void>;
  /** Lets what it has begun come to its end. */
  stop: () => Promise<void>;
}

export function testWorker(where: {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  database: Database;
  /** Where the model is. */
  baseUrl: string;
  /** What the operator sets beside it, and the variables that hold secrets. */
  settings?: Partial<Environment>;
  variables?: Record<string, string>;
  /** Gets the worker's log; without it nobody does. */
  logger?: Logger;
}): TestWorker {
  const { connection, namespace, taskQueue, database, baseUrl } = where;
  const logger =
    where.logger ?? createLogger({ process: 'worker', level: process.env['LOG_LEVEL'] ?? 'silent' });
  let running: { worker: Worker; ended: Promise<void>; outside: OutsideWorld } | null = null;
  return {
    start: async () => {
      const outside = openOutsideWorld(
        { ...testSettings(baseUrl), ...where.settings },
        where.variables ?? {},
      );
      const worker = await createWorker({
        connection,
        namespace,
        taskQueue,
        bundlePath,
        activities: createActivities({
          ...outside,
          database,
          logger,
          defaultModel: 'test-model',
        }),
        logger,
        report: () => undefined,
      });
      running = { worker, ended: worker.run(), outside };
    },
    stop: async () => {
      running?.worker.shutdown();
      await running?.ended;
      await running?.outside.close();
      running = null;
    },
  };
}

/** What a test's worker may reach: servers on this machine, and any MCP server. */
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
