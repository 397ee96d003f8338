import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { startEmbeddedDatabase } from '../../ops/embedded/database.ts';
import { freePort } from '../../ops/embedded/network.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { type ScriptedModel, startScriptedModel } from '../support/scriptedModel.ts';
import { startToolServer, type ToolServer } from '../support/toolServer.ts';
import { type Link, stretchLink } from './link.ts';
import { kill, migrate, noted, reach } from './processes.ts';
import { workerProcess } from './workerProcess.ts';

/** One Temporal server and one database that several workers share while they are killed and restarted. */
export interface KillGround {
  temporal: Client;
  database: Database;
  databaseUrl: string;
  projectId: string;
  /** A worker with a model, tools and a task queue of its own. */
  lane: (env?: Record<string, string>) => Promise<Lane>;
  close: () => Promise<void>;
}

export interface Lane {
  taskQueue: string;
  model: ScriptedModel;
  tools: ToolServer;
  databaseLink: Link;
  killWorker: () => Promise<void>;
  startWorker: () => Promise<void>;
}

export async function openKillGround(): Promise<KillGround> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-kills-'));
  const log = (name: string) => join(folder, `${name}.log`);
  const binary = await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined);
  const temporalServer = await noted(
    startEmbeddedTemporal({ binary, databaseFile: join(folder, 'temporal.db'), logFile: log('temporal') }),
  );
  const databasePort = await freePort();
  const databaseServer = await noted(
    startEmbeddedDatabase({
      folder: join(folder, 'postgres'),
      port: databasePort,
      logFile: log('postgres'),
    }),
  );
  migrate(databaseServer.url);
  const database = createDatabase(databaseServer.url);
  const temporal = await reach(temporalServer);
  const { id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  const closers: (() => Promise<void>)[] = [];
  let lanes = 0;

  return {
    temporal,
    database,
    databaseUrl: databaseServer.url,
    projectId,
    lane: async (env = {}) => {
      const lane = await openLane({
        number: lanes++,
        databaseUrl: databaseServer.url,
        databasePort,
        temporalAddress: temporalServer.address,
        env,
        log,
      });
      closers.push(lane.close);
      return lane;
    },
    close: async () => {
      for (const close of closers) await close();
      await temporal.connection.close();
      await database.$disconnect();
      await kill(temporalServer);
      await kill(databaseServer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openLane(where: {
  number: number;
  databaseUrl: string;
  databasePort: number;
  temporalAddress: string;
  env: Record<string, string>;
  log: (name: string) => string;
}): Promise<Lane & { close: () => Promise<void> }> {
  const taskQueue = `kills-${String(where.number)}`;
  const model = await startScriptedModel();
  const tools = await startToolServer();
  const databaseLink = await stretchLink({ host: '127.0.0.1', port: where.databasePort });
  const worker = await workerProcess({
    databaseUrl: () => where.databaseUrl,
    databaseLink,
    temporalAddress: where.temporalAddress,
    taskQueue,
    model,
    env: { OPENAI_API_KEY: 'sk-test', ALLOW_PRIVATE_NETWORK: 'true', ...where.env },
    logFile: where.log(taskQueue),
  });
  await worker.start();
  return {
    taskQueue,
    model,
    tools,
    databaseLink,
    killWorker: worker.kill,
    startWorker: worker.start,
    close: async () => {
      await worker.kill();
      await databaseLink.close();
      await tools.close();
      await model.close();
    },
  };
}
