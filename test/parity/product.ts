import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createToken, ensureMachineAccount } from '../../ops/createToken.ts';
import { freePort } from '../../ops/embedded/network.ts';
import { type Service, startService } from '../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { createDatabase } from '../../platform/database.ts';
import { workerNodeOptions } from '../../platform/workerNodeOptions.ts';
import { seed } from '../../prisma/seed.ts';
import { secretOfAddress } from '../../workflows/contracts/autogen/secrets.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { openTestDatabase } from '../support/testDatabase.ts';

/** The product as it runs anywhere: Temporal, PostgreSQL, a worker and a web server, each in a process of its own. */
export interface Product {
  url: string;
  token: string;
  /** Ends the worker as `kill -9` does, and starts another one. */
  replaceWorker: () => Promise<void>;
  stop: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Starts everything from the existing build (`ops/build.ts`). */
export async function startProduct({ modelUrl }: { modelUrl: string }): Promise<Product> {
  // Kept until the next run, for inspection.
  const folder = join(TEST_FOLDER, 'parity');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    const temporal = await startEmbeddedTemporal({
      binary: await findTemporal(join(TEST_FOLDER, 'bin'), console.error),
      logFile: join(folder, 'temporal.log'),
    });
    stops.push(() => temporal.stop());
    const database = await openTestDatabase();
    stops.push(() => database.close());
    const [port, healthPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${String(port)}`;
    const env = {
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: temporal.address,
      OPENAI_BASE_URL: `${modelUrl}/v1`,
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: url,
      WORKER_HEALTH_PORT: String(healthPort),
      SESSION_SECRET: 'a secret of the tests, longer than it has to be',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
      // The stand-in model and the scenarios' tools are on this machine.
      ALLOW_PRIVATE_NETWORK: 'true',
      MCP_STDIO_COMMANDS: '*',
      // A team contains no key: if it names an address, its key is a secret whose name contains the address.
      [`COLLOQUY_SECRET_${secretOfAddress(modelUrl)}`]: 'stand-in',
    };
    const token = await prepare(database.url);
    const startWorker = () =>
      startProcess('The worker', ['worker/main.ts'], workerNodeOptions, {
        env,
        logFile: join(folder, 'worker.log'),
        healthUrl: `http://127.0.0.1:${String(healthPort)}/health`,
      });
    const [web, firstWorker] = await Promise.all([
      startProcess('The web server', ['web/server.ts'], ['--import', './web/instrument.server.mjs'], {
        env,
        logFile: join(folder, 'web.log'),
        healthUrl: `${url}/health`,
      }),
      startWorker(),
    ]);
    let worker = firstWorker;
    stops.push(
      () => worker.stop(),
      () => web.stop(),
    );
    return {
      url,
      token,
      stop,
      replaceWorker: async () => {
        process.kill(worker.pid, 'SIGKILL');
        await worker.exited;
        worker = await startWorker();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepare(databaseUrl: string): Promise<string> {
  const database = createDatabase(databaseUrl, { poolSize: 1 });
  try {
    await seed(database);
    return await createToken(database, { userId: await ensureMachineAccount(database), name: 'Parity' });
  } finally {
    await database.$disconnect();
  }
}

function startProcess(
  name: string,
  script: string[],
  options: readonly string[],
  { env, logFile, healthUrl }: { env: Record<string, string>; logFile: string; healthUrl: string },
): Promise<Service> {
  return startService({
    name,
    command: process.execPath,
    args: ['--no-warnings', ...options, ...script.map((file) => join(ROOT, file))],
    env,
    logFile,
    isReady: async () => {
      const response = await fetch(healthUrl, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
      return response?.ok === true;
    },
  });
}
