import { fileURLToPath } from 'node:url';
import { freePort, isListening } from '../../ops/embedded/network.ts';
import { type Service, startService } from '../../ops/embedded/service.ts';
import type { ScriptedModel } from '../support/scriptedModel.ts';
import type { Link } from './link.ts';
import { kill, noted } from './processes.ts';

/** A worker in a process of its own that may be killed and restarted again and again. */
export interface WorkerProcess {
  healthUrl: string;
  pid: () => number;
  start: () => Promise<void>;
  /** Ends it as `kill -9` does; data that its connections had yet to send over the links is lost, as it would be. */
  kill: () => Promise<void>;
}

export interface WorkerPlace {
  /** The address of the database itself; the worker reaches it over the link. */
  databaseUrl: () => string;
  databaseLink: Link;
  temporalAddress: string;
  temporalLink?: Link;
  taskQueue: string;
  model: ScriptedModel;
  env: Record<string, string>;
  logFile: string;
}

export async function workerProcess(place: WorkerPlace): Promise<WorkerProcess> {
  const healthPort = await freePort();
  const links = [place.databaseLink, ...(place.temporalLink === undefined ? [] : [place.temporalLink])];
  let worker: Service | null = null;
  return {
    healthUrl: `http://127.0.0.1:${String(healthPort)}/health`,
    pid: () => worker?.pid ?? 0,
    start: async () => {
      const databaseUrl = new URL(place.databaseUrl());
      databaseUrl.port = String(place.databaseLink.port);
      worker = await noted(
        startService({
          name: 'The worker',
          command: process.execPath,
          args: ['--no-warnings', fileURLToPath(new URL('../../worker/main.ts', import.meta.url))],
          env: {
            NODE_OPTIONS: '',
            DATABASE_URL: databaseUrl.href,
            TEMPORAL_ADDRESS: place.temporalAddress,
            TASK_QUEUE: place.taskQueue,
            OPENAI_BASE_URL: place.model.baseUrl,
            WORKER_HEALTH_PORT: String(healthPort),
            ...place.env,
          },
          logFile: place.logFile,
          isReady: () => isListening(healthPort),
        }),
      );
    },
    kill: async () => {
      if (worker !== null) await kill(worker);
      worker = null;
      for (const link of links) link.cut();
    },
  };
}
