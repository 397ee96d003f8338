import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readStart } from '../../activities/transcript/readStart.ts';
import { createBackup } from '../../ops/backup/createBackup.ts';
import type { Destination } from '../../ops/backup/destination.ts';
import {
  embeddedPostgresDestination,
  temporalFileDestination,
} from '../../ops/backup/embedded/dataFolderDestination.ts';
import { thisProduct } from '../../ops/backup/installation.ts';
import type { DatabaseName, Manifest } from '../../ops/backup/manifest.ts';
import { databaseBeside } from '../../ops/backup/postgres/connection.ts';
import { postgresDestination } from '../../ops/backup/postgres/postgresDestination.ts';
import { restoreBackup, type RestoreReport } from '../../ops/backup/restoreBackup.ts';
import { newKeyPair } from '../../ops/backup/sealing.ts';
import { installationSources } from '../../ops/backup/sources.ts';
import { openFolderStore } from '../../ops/backup/store/folderStore.ts';
import { openConversations, watchGoingOn } from '../../ops/drill/goingOn.ts';
import { startEmbeddedDatabase } from '../../ops/embedded/database.ts';
import { freePort, isHealthy } from '../../ops/embedded/network.ts';
import { type Service, startService } from '../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { writeRunning } from '../../ops/start/runningFile.ts';
import { requireTemporalPrograms } from '../../ops/temporalOnPostgres/programs.ts';
import { createTemporalDatabases } from '../../ops/temporalOnPostgres/schema.ts';
import { lowPort } from '../../ops/temporalOnPostgres/serverConfig.ts';
import { startTemporalOnPostgres } from '../../ops/temporalOnPostgres/startTemporalOnPostgres.ts';
import { dropTemporalDatabases } from '../../ops/temporalOnPostgres/temporaryTemporal.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { DEFAULT_TASK_QUEUE } from '../../workflows/contracts/names.ts';
import { agent, team } from '../../workflows/domain/team.ts';
import { writeConversation } from '../support/conversationRows.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { startScriptedModel } from '../support/scriptedModel.ts';
import { text } from '../support/scriptedReply.ts';
import { faultsOfEnded } from './faultsOfEnded.ts';
import { kill, migrate, noted } from './processes.ts';
import { until } from './until.ts';

/** An installation that is backed up, destroyed and restored, with what it takes to start it again. */
export interface DoomedInstallation {
  database: () => Database;
  /** Where backups are kept, and the keys. */
  backups: string;
  keys: { recipient: string; identity: string };
  /** Starts so many conversations, and resolves when each is in the middle of its turns. */
  converse: (count: number, turns: number) => Promise<void>;
  backUp: () => Promise<Manifest>;
  /** Kills every process and deletes every database and file. */
  destroy: () => Promise<void>;
  restore: () => Promise<RestoreReport>;
  start: () => Promise<void>;
  /** Watches all open conversations until each goes on; the ids of those that don't. */
  findStalled: () => Promise<string[]>;
  /** Waits until all have ended, and says what is wrong with them. */
  faults: () => Promise<string[]>;
  close: () => Promise<void>;
}

const TIMEOUT_MS = 240_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Where an installation keeps its data. */
export type Kept =
  /** Rows in the embedded database, Temporal's in its dev server's file. */
  | { on: 'one machine' }
  /** Rows in a database of its own on a PostgreSQL server; Temporal's in a file, or in two databases beside it. */
  | { on: 'PostgreSQL'; serverUrl: string; temporal: 'file' | 'PostgreSQL' };

export async function openDoomedInstallation(kept: Kept): Promise<DoomedInstallation> {
  const serverUrl = kept.on === 'PostgreSQL' ? kept.serverUrl : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-doomed-'));
  const data = join(folder, 'data');
  const log = (name: string) => join(folder, `${name}.log`);
  const keys = await newKeyPair();
  const store = openFolderStore(join(folder, 'backups'));
  const ports = { temporal: await lowPort(), database: await freePort() };
  const name = `colloquy_doomed_${randomBytes(4).toString('hex')}`;
  const url =
    serverUrl === undefined
      ? `postgresql://postgres@127.0.0.1:${String(ports.database)}/postgres`
      : databaseBeside(serverUrl, name);
  const temporalDatabases =
    kept.on === 'PostgreSQL' && kept.temporal === 'PostgreSQL'
      ? {
          temporalUrl: databaseBeside(kept.serverUrl, `${name}_temporal`),
          visibilityUrl: databaseBeside(kept.serverUrl, `${name}_visibility`),
        }
      : null;
  const model = await startScriptedModel();
  // Slow enough that turns are under way at any moment.
  model.otherwise(() => text('A reply of a few words.', { chunkDelayMs: 50 }));
  let services: Service[] = [];
  let clients: { database: Database; temporal: Awaited<ReturnType<typeof connectTemporal>> } | null = null;
  let turnsEach = 0;
  let isNew = true;

  const present = () => {
    if (clients === null) throw new Error('It is not running.');
    return clients;
  };

  async function start(): Promise<void> {
    mkdirSync(join(data, 'logs'), { recursive: true });
    if (serverUrl === undefined) {
      services.push(
        await noted(
          startEmbeddedDatabase({
            folder: join(data, 'postgres'),
            port: ports.database,
            logFile: log('postgres'),
          }),
        ),
      );
      writeRunning(join(data, 'running.json'), { pid: process.pid, children: [], databaseUrl: url });
    }
    if (isNew) {
      if (serverUrl !== undefined) await onServer(serverUrl, `CREATE DATABASE ${name}`);
      migrate(url);
      if (temporalDatabases !== null)
        await createTemporalDatabases(requireTemporalPrograms(), temporalDatabases);
    }
    isNew = false;
    const temporalServer = await noted(startTemporal());
    const worker = await noted(startWorker(url, temporalServer.address, model.baseUrl, log('worker')));
    services.push(temporalServer, worker);
    clients = {
      database: createDatabase(url),
      temporal: await connectTemporal({
        TEMPORAL_ADDRESS: temporalServer.address,
        TEMPORAL_NAMESPACE: 'default',
      }),
    };
  }

  async function startTemporal(): Promise<Service & { address: string }> {
    const common = { port: ports.temporal, logFile: log('temporal') };
    if (temporalDatabases !== null)
      return startTemporalOnPostgres({
        programs: requireTemporalPrograms(),
        ...{ ...common, folder, databases: temporalDatabases },
      });
    const binary = await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined);
    return startEmbeddedTemporal({ binary, databaseFile: join(data, 'temporal.db'), ...common });
  }

  async function stop(): Promise<void> {
    await clients?.temporal.connection.close();
    await clients?.database.$disconnect();
    clients = null;
    for (const service of services.toReversed()) await kill(service);
    services = [];
    rmSync(join(data, 'running.json'), { force: true });
  }

  async function destroy(): Promise<void> {
    await stop();
    rmSync(data, { recursive: true, force: true });
    if (serverUrl === undefined) return;
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    if (temporalDatabases !== null) await dropTemporalDatabases(serverUrl, temporalDatabases);
  }

  await start();
  return {
    database: () => present().database,
    backups: join(folder, 'backups'),
    keys,
    converse: async (count, turns) => {
      turnsEach = turns;
      const { database, temporal } = present();
      const { id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } });
      for (let index = 0; index < count; index += 1) {
        const { conversationId } = await writeConversation(database, projectId, pair(turns), 'Talk.');
        await startWorkflow(
          temporal,
          DEFAULT_TASK_QUEUE,
          await readStart(database, { projectId, id: conversationId }),
        );
      }
      await until(
        'each conversation is in the middle',
        async () => {
          const counts = await database.conversation.findMany({ select: { messageCount: true } });
          return counts.every(({ messageCount }) => messageCount >= 3);
        },
        TIMEOUT_MS,
      );
    },
    backUp: () => {
      const variables = {
        ...(serverUrl !== undefined && { ...process.env, DATABASE_URL: url }),
        TEMPORAL_ADDRESS: '',
        TEMPORAL_DATABASE_URL: temporalDatabases?.temporalUrl,
        TEMPORAL_VISIBILITY_DATABASE_URL: temporalDatabases?.visibilityUrl,
      };
      return createBackup({
        ...installationSources(variables, data, ['knowledge']),
        ...{ store, recipients: [keys.recipient], product: '0.2.0', report: silent, now: () => new Date() },
      });
    },
    destroy,
    restore: () => {
      const options = { folder: data, replace: false };
      return restoreBackup({
        ...{ store, backup: 'latest', identities: [keys.identity], product: thisProduct(), report: silent },
        destinations: [
          ...(temporalDatabases === null
            ? [temporalFileDestination({ database: 'temporal', ...options })]
            : [
                onPostgres('temporal', temporalDatabases.temporalUrl),
                onPostgres('temporal_visibility', temporalDatabases.visibilityUrl),
              ]),
          serverUrl === undefined
            ? embeddedPostgresDestination({ database: 'main', ...options })
            : onPostgres('main', url),
        ],
      });
    },
    start,
    findStalled: async () => {
      const { database } = present();
      const courses = await watchGoingOn(present(), await openConversations(database), TIMEOUT_MS);
      return [...courses]
        .filter(([, course]) => course !== 'went_on')
        .map(([id, course]) => `${id}: ${course}`);
    },
    faults: async () => {
      const { database } = present();
      await until('all have ended', async () => (await openConversations(database)).length === 0, TIMEOUT_MS);
      return faultsOfEnded(database, turnsEach);
    },
    close: async () => {
      await destroy();
      await model.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function onPostgres(database: DatabaseName, url: string): Destination {
  return postgresDestination({ database, url, replace: false, variables: process.env });
}

function pair(turns: number) {
  const participants = ['writer', 'critic'].map((name) =>
    agent({ name, description: `${name} does its part.`, systemMessage: `You are ${name}.` }),
  );
  return team({
    participants,
    termination: { kind: 'text_mention', text: 'APPROVE', sources: null },
    maxTurns: turns,
  });
}

async function startWorker(
  url: string,
  address: string,
  modelUrl: string,
  logFile: string,
): Promise<Service> {
  const healthPort = await freePort();
  return startService({
    name: 'The worker',
    command: process.execPath,
    args: ['--no-warnings', fileURLToPath(new URL('../../worker/main.ts', import.meta.url))],
    env: {
      NODE_OPTIONS: '',
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: address,
      TASK_QUEUE: DEFAULT_TASK_QUEUE,
      OPENAI_BASE_URL: modelUrl,
      OPENAI_API_KEY: `sk-${randomUUID()}`,
      ALLOW_PRIVATE_NETWORK: 'true',
      WORKER_HEALTH_PORT: String(healthPort),
    },
    logFile,
    isReady: () => isHealthy(`http://127.0.0.1:${String(healthPort)}/health`),
  });
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
