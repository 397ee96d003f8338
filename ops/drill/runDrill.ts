import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../../platform/database.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { workerEnvironment, workerNodeOptions } from '../../platform/workerNodeOptions.ts';
import type { Manifest } from '../backup/manifest.ts';
import { inSeconds } from '../backup/report.ts';
import { restoreBackup, type RestoreOptions } from '../backup/restoreBackup.ts';
import { startEmbeddedDatabase } from '../embedded/database.ts';
import { startDemoModel } from '../embedded/demoModel.ts';
import { freePort, isHealthy } from '../embedded/network.ts';
import { type Service, startService } from '../embedded/service.ts';
import { migrateAll } from '../migrate.ts';
import { type Course, openConversations, watchGoingOn } from './goingOn.ts';
import { namespaceHere, restoredTemporal, type StartTemporal } from './restoredTemporal.ts';
import type { Scratch } from './scratch.ts';

/** What a drill has found, with its times. */
export interface DrillReport {
  backup: string;
  /** When the backup was made, and how old it was at the drill. */
  backupAt: string;
  backupAgeHours: number;
  drilledAt: string;
  tables: number;
  rows: number;
  /** Open conversations by what became of them; null: Temporal was not part of it. */
  conversations: (Record<Course, number> & { open: number }) | null;
  /** Ids of those that are lost or silent, the first ones. */
  notGoingOn: string[];
  seconds: { check: number; restore: number; start: number; goingOn: number; all: number };
  succeeded: boolean;
}

export interface DrillOptions extends Omit<RestoreOptions, 'destinations' | 'backup'> {
  manifest: Manifest;
  scratch: Scratch;
  /** How long conversations are watched at most. */
  watchMs: number;
}

/**
 * Restores a backup into databases of the drill's own, compares every table, starts Temporal, a demo model and a worker on them, and
 * watches open conversations go on. The worker reaches nothing but this machine and the drill's databases.
 */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const { manifest, scratch, report } = options;
  const began = performance.now();
  const restored = await restoreBackup({
    ...options,
    backup: manifest.name,
    destinations: scratch.destinations,
  });
  const restoredAt = performance.now();
  const services: Service[] = [];
  const temporal = restoredTemporal(manifest, scratch, report);
  let [conversations, notGoingOn]: [DrillReport['conversations'], string[]] = [null, []];
  let startedAt = restoredAt;
  try {
    if (typeof temporal === 'function') {
      const watched = await watchRestored(options, temporal, services, () => {
        startedAt = performance.now();
      });
      ({ conversations, notGoingOn } = watched);
    } else {
      report.warn(`All tables were compared, and no conversation was watched. ${temporal.reason}`, {
        backup: manifest.name,
      });
    }
  } finally {
    for (const service of services.toReversed()) await service.stop();
  }
  const now = performance.now();
  return {
    backup: manifest.name,
    backupAt: manifest.endedAt,
    backupAgeHours: Math.round((Date.now() - Date.parse(manifest.endedAt)) / 360_000) / 10,
    drilledAt: new Date().toISOString(),
    ...{ tables: restored.tables, rows: restored.rows, conversations, notGoingOn },
    seconds: {
      check: restored.checkSeconds,
      restore: restored.restoreSeconds,
      start: inSeconds(startedAt - restoredAt),
      goingOn: inSeconds(now - startedAt),
      all: inSeconds(now - began),
    },
    succeeded: notGoingOn.length === 0,
  };
}

async function watchRestored(
  { scratch, report, watchMs }: DrillOptions,
  startTemporal: StartTemporal,
  services: Service[],
  onStarted: () => void,
): Promise<Pick<DrillReport, 'conversations' | 'notGoingOn'>> {
  const { folder } = scratch;
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const logFile = (name: string) => join(folder, 'logs', `${name}.log`);
  const add = async <S extends Service>(starting: Promise<S>): Promise<S> => {
    const service = await starting;
    services.push(service);
    return service;
  };
  const url =
    scratch.urlOf('main') ??
    (await add(startEmbeddedDatabase({ folder: join(folder, 'postgres'), logFile: logFile('postgres') })))
      .url;
  const knowledge = scratch.urlOf('knowledge');
  await migrateAll(url, knowledge === undefined ? {} : { KNOWLEDGE_DATABASE_URL: knowledge }, report.info);
  const database = createDatabase(url, { poolSize: 2 });
  const open = await openConversations(database);
  const { address } = await add(startTemporal(logFile('temporal')));
  const model = await add(startDemoModel({ logFile: logFile('model') }));
  const env = workerVariables({
    ...{ url, knowledge, address, modelUrl: model.baseUrl },
    namespace: namespaceHere(),
  });
  await add(startWorker({ ...env, WORKER_HEALTH_PORT: String(await freePort()) }, logFile('worker')));
  onStarted();
  const temporal = await connectTemporal({
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: env['TEMPORAL_NAMESPACE'] ?? '',
  });
  try {
    const courses = [...(await watchGoingOn({ database, temporal }, open, watchMs))];
    const count = (course: Course) => courses.filter(([, each]) => each === course).length;
    return {
      conversations: {
        open: open.length,
        ...{ went_on: count('went_on'), waits: count('waits'), held_up: count('held_up') },
        ...{ lost: count('lost'), silent: count('silent') },
      },
      notGoingOn: courses
        .filter(([, course]) => course === 'lost' || course === 'silent')
        .map(([id]) => id)
        .slice(0, 10),
    };
  } finally {
    await temporal.connection.close();
    await database.$disconnect();
  }
}

/** Those of the worker, and an empty value for each of ours that holds a secret or an outside address. */
function workerVariables(places: {
  url: string;
  knowledge: string | undefined;
  address: string;
  namespace: string;
  modelUrl: string;
}): Record<string, string> {
  const outside =
    /^(AWS_|BACKUP_|COLLOQUY_SECRET_|OPENAI_|ANTHROPIC_|EMBEDDING_|SUPABASE_|SMTP_|SENTRY_|SESSION_|DRILL_|TEMPORAL_)/;
  const emptied = Object.keys(process.env).filter((name) => outside.test(name));
  const hosts = [places.url, places.knowledge ?? places.url].map((url) => new URL(url).hostname);
  return {
    ...Object.fromEntries(emptied.map((name) => [name, ''])),
    ...workerEnvironment,
    DATABASE_URL: places.url,
    KNOWLEDGE_DATABASE_URL: places.knowledge ?? '',
    TEMPORAL_ADDRESS: places.address,
    TEMPORAL_NAMESPACE: places.namespace,
    OPENAI_BASE_URL: places.modelUrl,
    ALLOW_PRIVATE_NETWORK: 'false',
    MCP_STDIO_COMMANDS: '',
    PYTHON_RUNNER: 'sandbox',
    PYTHON_SECRETS: '',
    DRILL_HOSTS: hosts.join(','),
    NODE_OPTIONS: `--import=${fileURLToPath(new URL('onlyThisMachine.ts', import.meta.url))}`,
  };
}

function startWorker(env: Record<string, string>, logFile: string): Promise<Service> {
  const main = fileURLToPath(new URL('../../worker/main.ts', import.meta.url));
  return startService({
    name: 'The worker',
    command: process.execPath,
    args: [...workerNodeOptions, '--no-warnings', main],
    env,
    logFile,
    isReady: () => isHealthy(`http://127.0.0.1:${env['WORKER_HEALTH_PORT'] ?? ''}/health`),
  });
}
