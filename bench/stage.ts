import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { DefaultLogger } from '@temporalio/worker';
import { readStart } from '../activities/transcript/readStart.ts';
import { freePort, isListening } from '../ops/embedded/network.ts';
import { type Service, startService } from '../ops/embedded/service.ts';
import { createDatabase, type Database } from '../platform/database.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { workerEnvironment, workerNodeOptions } from '../platform/workerNodeOptions.ts';
import { writeConversation } from '../test/support/conversationRows.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { bundleWorkflows } from '../worker/bundleWorkflows.ts';
import { agent, team, type TeamConfig } from '../workflows/domain/team.ts';
import { memoryMiB } from './processorTime.ts';
import { startTemporal, type TemporalKind } from './servers/temporalServer.ts';

/** Everything that a benchmark of conversations needs, each part in a process of its own. */
export interface Stage {
  temporal: Client;
  database: Database;
  taskQueue: string;
  /** The environment of the measurement, for the line of figures. */
  machine: { cpus: number; cpu: string; memoryGiB: number; node: string; database: string };
  /** The model's base URL, as OpenAI's clients expect it. */
  modelUrl: string;
  /** Writes the rows of a conversation with this team and starts it. */
  start: (
    config: TeamConfig,
    options?: { standing: boolean },
  ) => Promise<{ conversationId: string; workflowId: string }>;
  /** The same with `turns` plain turns; returns its workflow's id. */
  converse: (turns: number) => Promise<string>;
  /** The memory of the worker's process in MiB: the current and the peak value. */
  workerMiB: () => { now: number; peak: number };
  /** The same of the Temporal server's. */
  temporalMiB: () => { now: number; peak: number };
  /** Starts another worker of the same queue, and resolves when it asks for work. */
  addWorker: () => Promise<Service>;
  /** The processes, for measurements. */
  pids: { worker: number; temporal: number; model: number };
  /** For processes that a benchmark adds. */
  databaseUrl: string;
  temporalAddress: string;
  close: () => Promise<void>;
}

const TASK_QUEUE = 'bench';

/** Starts everything; `variables` are added to the worker's environment. */
export async function setStage(
  kind: TemporalKind = 'dev_server',
  variables: Record<string, string> = {},
): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-bench-'));
  const log = (name: string) => join(folder, `${name}.log`);
  const bundle = join(folder, 'bundle.js');
  const code = await bundleWorkflows(scriptPath('workflows.ts'), { logger: new DefaultLogger('WARN') });
  writeFileSync(bundle, code);
  const server = await startTemporal(kind, { folder, databaseUrl: process.env['TEST_DATABASE_URL'] });
  const testDatabase = await openTestDatabase();
  const modelPort = await freePort();
  const model = await startNode(
    'The instant model',
    'instantModel.ts',
    { PORT: String(modelPort) },
    log('model'),
    () => isListening(modelPort),
  );
  const modelUrl = `http://127.0.0.1:${String(modelPort)}/v1`;
  const temporal = await connectTemporal({ TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'default' });
  const startWorker = async () => {
    const pollers = (await pollersOf(temporal)).length;
    return startNode(
      'The worker',
      'worker.ts',
      {
        ...workerEnvironment,
        ...variables,
        DATABASE_URL: testDatabase.url,
        TEMPORAL_ADDRESS: server.address,
        TASK_QUEUE,
        OPENAI_BASE_URL: modelUrl,
        BENCH_BUNDLE: bundle,
      },
      log('worker'),
      async () => (await pollersOf(temporal)).length > pollers,
    );
  };
  const worker = await startWorker();
  const database = createDatabase(testDatabase.url);
  const project = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  return {
    temporal,
    database,
    taskQueue: TASK_QUEUE,
    machine: {
      cpus: cpus().length,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      database: process.env['TEST_DATABASE_URL'] ? 'PostgreSQL' : 'PGlite',
    },
    modelUrl,
    start: (config, options) => start(database, temporal, project.id, config, options),
    converse: async (turns) => (await start(database, temporal, project.id, plainTeam(turns))).workflowId,
    addWorker: startWorker,
    pids: { worker: worker.pid, temporal: server.pid, model: model.pid },
    workerMiB: () => memoryMiB(worker.pid),
    temporalMiB: () => memoryMiB(server.pid),
    databaseUrl: testDatabase.url,
    temporalAddress: server.address,
    close: async () => {
      await worker.stop();
      await model.stop();
      await temporal.connection.close();
      await database.$disconnect();
      await testDatabase.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function start(
  database: Database,
  temporal: Client,
  projectId: string,
  config: TeamConfig,
  options = { standing: false },
): Promise<{ conversationId: string; workflowId: string }> {
  const { conversationId } = await writeConversation(database, projectId, config, 'Say something.', options);
  const ready = await readStart(database, { projectId, id: conversationId });
  await startWorkflow(temporal, TASK_QUEUE, ready);
  return { conversationId, workflowId: ready.workflowId };
}

/** Two agents that take turns; each sees the whole transcript, or its last `lastMessages`. */
export function plainTeam(turns: number, lastMessages: number | null = null): TeamConfig {
  const participants = ['writer', 'critic'].map((name) =>
    agent({
      name,
      description: `${name} does its part.`,
      systemMessage: `You are ${name}.`,
      ...(lastMessages === null ? {} : { context: { kind: 'buffered', size: lastMessages } }),
    }),
  );
  return team({
    participants,
    termination: { kind: 'text_mention', text: 'APPROVE', sources: null },
    maxTurns: turns,
  });
}

function startNode(
  name: string,
  script: string,
  env: Record<string, string>,
  logFile: string,
  isReady: () => Promise<boolean>,
): Promise<Service> {
  const args = [...workerNodeOptions, '--no-warnings', scriptPath(script)];
  return startService({ name, command: process.execPath, args, env, logFile, isReady });
}

async function pollersOf(temporal: Client) {
  const { pollers } = await temporal.workflowService.describeTaskQueue({
    namespace: 'default',
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: 2,
  });
  return pollers ?? [];
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}
