import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { readStart } from '../../activities/transcript/readStart.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import {
  type StartRow,
  writeConversation,
  writeConversationOf,
  writeNextRun,
} from '../../test/support/conversationRows.ts';
import { type ScriptedModel, startScriptedModel } from '../../test/support/scriptedModel.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import type { Outcome } from '../../workflows/domain/conversation/state.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { type TestWorker, testWorker } from './testWorker.ts';

type WorkerOptions = Parameters<typeof testWorker>[0];

/** The product without its web app: real database, real Temporal server, real worker, a scripted model. */
export interface Colloquy {
  database: Database;
  temporal: Client;
  model: ScriptedModel;
  projectId: string;
  taskQueue: string;
  /** Writes the rows that the web app would write, and starts the workflow. Returns the conversation's id. */
  start: (team: TeamConfig, task?: string, options?: StartRow) => Promise<string>;
  /** Starts a further conversation of the same team's version. Returns its id. */
  startBeside: (conversationId: string, task: string) => Promise<string>;
  /** Continues a conversation that had ended. Returns how its next run ends. */
  continueRun: (conversationId: string, task: TaskMessage[]) => Promise<Outcome>;
  /** Writes the next run's rows and starts its workflow, without waiting for it. */
  continueRunRows: (conversationId: string, task: string) => Promise<void>;
  /** Writes a submission, as the web app does before it tells the workflow. Returns its id. */
  submit: (conversationId: string, text: string) => Promise<string>;
  handle: (conversationId: string, run?: number) => ReturnType<Client['workflow']['getHandle']>;
  /** A further worker of the same rows and the same queue, which the test starts and stops. */
  workerBeside: (options: Pick<WorkerOptions, 'build' | 'bundlePath'>) => TestWorker;
  stopWorker: () => Promise<void>;
  startWorker: () => Promise<void>;
  close: () => Promise<void>;
}

/** `modelUrl`: another model server instead of the scripted one. */
export async function startColloquy(
  options: { temporalAddress?: string; modelUrl?: string } & Pick<
    WorkerOptions,
    'settings' | 'variables' | 'build' | 'bundlePath'
  > = {},
): Promise<Colloquy> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const where = testTemporal();
  const address = options.temporalAddress ?? where.TEMPORAL_ADDRESS;
  const { TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = where;
  const testDatabase = await openTestDatabase();
  const database = createDatabase(testDatabase.url);
  const model = await startScriptedModel();
  const temporal = await connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
  const connection = await NativeConnection.connect({ address });
  const project = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  const projectId = project.id;
  const baseUrl = options.modelUrl ?? model.baseUrl;
  const { settings, variables, build, bundlePath } = options;
  const place = { connection, namespace, taskQueue, database, baseUrl };
  const ours = { ...place, ...(settings && { settings }), ...(variables && { variables }) };
  const worker = testWorker({ ...ours, build, bundlePath });
  await worker.start();

  return {
    database,
    temporal,
    model,
    projectId,
    taskQueue,
    start: async (team, task = 'Write a haiku about rain.', options = {}) => {
      const { conversationId } = await writeConversation(database, projectId, team, task, options);
      await startWorkflow(temporal, taskQueue, await readStart(database, { projectId, id: conversationId }));
      return conversationId;
    },
    startBeside: async (before, task) => {
      const version = await database.conversation.findUniqueOrThrow({
        where: { id: before },
        select: { projectId: true, teamVersionId: true },
      });
      const { conversationId } = await writeConversationOf(database, version, task);
      await startWorkflow(temporal, taskQueue, await readStart(database, { projectId, id: conversationId }));
      return conversationId;
    },
    continueRun: async (conversationId, task) => {
      const run = await writeNextRun(database, conversationId, task);
      await startWorkflow(temporal, taskQueue, await readStart(database, { projectId, id: conversationId }));
      return (await temporal.workflow
        .getHandle(conversationWorkflowId(conversationId, run))
        .result()) as Outcome;
    },
    continueRunRows: async (conversationId, task) => {
      await writeNextRun(database, conversationId, [
        { type: 'TextMessage', source: 'user', content: task, body: null },
      ]);
      await startWorkflow(temporal, taskQueue, await readStart(database, { projectId, id: conversationId }));
    },
    submit: async (conversationId, text) => {
      const id = randomUUID();
      await database.submission.create({ data: { id, projectId, conversationId, userId: 'user-1', text } });
      return id;
    },
    handle: (conversationId, run = 0) =>
      temporal.workflow.getHandle(conversationWorkflowId(conversationId, run)),
    workerBeside: (others) => testWorker({ ...ours, ...others }),
    startWorker: worker.start,
    stopWorker: worker.stop,
    close: async () => {
      await worker.stop();
      await connection.close();
      await temporal.connection.close();
      await database.$disconnect();
      await testDatabase.close();
      await model.close();
    },
  };
}
