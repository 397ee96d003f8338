import { fileURLToPath } from 'node:url';
import { workerEnvironment, workerNodeOptions } from '../../platform/workerNodeOptions.ts';
import { startService } from '../embedded/service.ts';
import type { DataFolder } from './dataFolder.ts';
import type { Fleet } from './fleet.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Variables = Record<string, string>;

/** The processes that run what we have written. */
export interface App {
  /** Ends the process and resolves once a new one is ready. */
  restartWorker: () => Promise<void>;
  restartWeb: () => Promise<void>;
}

const WORKER = 'The worker';
const WEB = 'The web server';
/** A developer does not wait for a reply to end: it is made again. */
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
        isReady: () => answers(`http://${reachable(env['HOST'])}:${env['WORKER_HEALTH_PORT']}/health`),
      }),
    // Longer than the worker's own: it lets what it has begun come to an end.
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
        isReady: () => answers(`http://${reachable(env['HOST'])}:${env['PORT']}/health`),
      }),
    15_000,
  );
}

/** Whether the process says that it is well. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Where one reaches a process that listens on `host`. */
function reachable(host = '127.0.0.1'): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
