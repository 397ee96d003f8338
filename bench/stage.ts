import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { DefaultLogger } from '@temporalio/worker';
import { freePort, isListening } from '../ops/embedded/network.ts';
import { startService, type Service } from '../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../ops/embedded/temporal.ts';
import { findTemporal } from '../ops/embedded/temporalBinary.ts';
import { createDatabase, type Database } from '../platform/database.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { connectTemporal } from '../platform/temporal.ts';
import { workerNodeOptions } from '../platform/workerNodeOptions.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { writeConversation } from '../test/support/conversationRows.ts';

import { bundleWorkflows } from '../worker/bundleWorkflows.ts';
import { readStart } from '../worker/readStart.ts';
import { agent, team, type TeamConfig } from '../workflows/domain/team.ts';

/** Everything that a benchmark of conversations needs, each in a process of its own. */
export interface Stage {
  temporal: Client;
  database: Database;
  taskQueue: string;
  /** Where it ran: for the line of figures. */
  machine: { cpus: number; cpu: string; memoryGiB: number; node: string; database: string };
  /** Writes the rows of a conversation of `turns` plain turns and starts it; returns its workflow's id. */
  converse: (turns: number) => Promise<string>;
  /** The most memory that the worker has had, in MiB. */
  workerPeakMiB: () => number;
  close: () => Promise<void>;
}

const TASK_QUEUE = 'bench';

export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-bench-'));
  const log = (name: string) => join(folder, `${name}.log`);
  const bundle = join(folder, 'bundle.js');
  const code = await bundleWorkflows(scriptPath('workflows.ts'), { logger: new DefaultLogger('WARN') });
  writeFileSync(bundle, code);
  const server = await startEmbeddedTemporal({
    binary: await findTemporal(join(folder, 'bin'), console.error),
    databaseFile: join(folder, 'temporal.db'),
    logFile: log('temporal'),
  });
  const testDatabase = await openTestDatabase();
  const modelPort = await freePort();
  const model = await startNode(
    'The instant model',
    'instantModel.ts',
    { PORT: String(modelPort) },
    log('model'),
    () => isListening(modelPort),
  );
  const temporal = await connectTemporal({ TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'default' });
  const worker = await startNode(
    'The worker',
    'worker.ts',
    {
      DATABASE_URL: testDatabase.url,
      TEMPORAL_ADDRESS: server.address,
      TASK_QUEUE,
      OPENAI_BASE_URL: `http://127.0.0.1:${String(modelPort)}/v1`,
      BENCH_BUNDLE: bundle,
    },
    log('worker'),
    () => isPolled(temporal),
  );
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
    converse: (turns) => converse(database, temporal, project.id, turns),
    workerPeakMiB: () => peakMiB(worker.pid),
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

async function converse(
  database: Database,
  temporal: Client,
  projectId: string,
  turns: number,
): Promise<string> {
  const { conversationId } = await writeConversation(database, projectId, plainTeam(turns), 'Say something.');
  const start = await readStart(database, conversationId);
  await startWorkflow(temporal, TASK_QUEUE, start);
  return start.workflowId;
}

function plainTeam(turns: number): TeamConfig {
  const participants = ['writer', 'critic'].map((name) =>
    agent({ name, description: `${name} does its part.`, systemMessage: `You are ${name}.` }),
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

async function isPolled(temporal: Client): Promise<boolean> {
  const { pollers } = await temporal.workflowService.describeTaskQueue({
    namespace: 'default',
    taskQueue: { name: TASK_QUEUE },
    taskQueueType: 2,
  });
  return (pollers ?? []).length > 0;
}

/** Linux keeps a process's high-water mark; elsewhere the figure is missing. */
function peakMiB(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024);
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}
