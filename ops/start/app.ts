import { fileURLToPath } from 'node:url';
import { workerEnvironment, workerNodeOptions } from '../../platform/workerNodeOptions.ts';
import { isHealthy } from '../embedded/network.ts';
import { startService } from '../embedded/service.ts';
import type { DataFolder } from './dataFolder.ts';
import type { Fleet } from './fleet.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Variables = Record<string, string>;

/** The processes that run our own code. */
export interface App {
  /** Ends the process and resolves once a new one is ready. */
  restartWorker: () => Promise<void>;
  restartWeb: () => Promise<void>;
}

const WORKER = 'The worker';
const WEB = 'The web server';
/** A developer does not wait for a running reply to finish: it is generated again. */
const RESTART_GRACE_MS = 500;

/** Starts the worker and the web server, and keeps them running. */
export async function startApp(fleet: Fleet, folder: DataFolder, env: Variables): Promise<App> {
  await Promise.all([startWorker(fleet, folder, env), startWeb(fleet, folder, env)]);
  return {
    restartWorker: () => fleet.restart(WORKER, RESTART_GRACE_MS),
    restartWeb: () => fleet.restart(WEB, RESTART_GRACE_MS),
  };
}

async function startWorker(fleet: Fleet, folder: DataFolder, env: Variables): Promise<void> {
  await fleet.add(
    () =>
      startService({
        name: WORKER,
        command: process.execPath,
        args: [...workerNodeOptions, '--no-warnings', `${ROOT}worker/main.ts`],
        env: { ...workerEnvironment, ...env },
        logFile: folder.file('logs', 'worker.log'),
        isReady: () => isHealthy(`http://${reachable(env['HOST'])}:${env['WORKER_HEALTH_PORT']}/health`),
      }),
    // Longer than the worker's own limit for finishing its work.
    30_000,
  );
}

async function startWeb(fleet: Fleet, folder: DataFolder, env: Variables): Promise<void> {
  await fleet.add(
    () =>
      startService({
        name: WEB,
        command: process.execPath,
        args: ['--no-warnings', '--import', `${ROOT}web/instrument.server.mjs`, `${ROOT}web/server.ts`],
        env,
        logFile: folder.file('logs', 'web.log'),
        isReady: () => isHealthy(`http://${reachable(env['HOST'])}:${env['PORT']}/health`),
      }),
    15_000,
  );
}

/** The address that reaches a process that listens on `host`. */
function reachable(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
