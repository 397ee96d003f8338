import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createDatabase, type Database } from '../../platform/database.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { connectTemporal } from '../../platform/temporal.ts';
import { writeConversation, writeNextRun } from '../../test/support/conversationRows.ts';
import { type ScriptedModel, startScriptedModel } from '../../test/support/scriptedModel.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import { testTemporal } from '../../test/support/testTemporal.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import type { Outcome } from '../../workflows/domain/conversation/state.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { readStart } from '../readStart.ts';
import { testWorker } from './testWorker.ts';

/** The product without its web app: real database, real Temporal server, real worker, a scripted model. */
export interface Colloquy {
  database: Database;
  temporal: Client;
  model: ScriptedModel;
  projectId: string;
  taskQueue: string;
  /** Writes the rows that the web app would write, and starts the workflow. Returns the conversation's id. */
  start: (team: TeamConfig, task?: string) => Promise<string>;
  /** Lets a conversation that was over go on. Returns how its next run ends. */
  goOn: (conversationId: string, task: TaskMessage[]) => Promise<Outcome>;
  /** Writes a submission, as the web app does before it tells the workflow. Returns its id. */
  submit: (conversationId: string, text: string) => Promise<string>;
  handle: (conversationId: string, run?: number) => ReturnType<Client['workflow']['getHandle']>;
  stopWorker: () => Promise<void>;
  startWorker: () => Promise<void>;
  close: () => Promise<void>;
}

/** `modelUrl`: another model server than the scripted one. */
export async function startColloquy(
  options: { temporalAddress?: string; modelUrl?: string } & Pick<
    Parameters<typeof testWorker>[0],
    'settings' | 'variables'
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
  const { settings, variables } = options;
  const place = { connection, namespace, taskQueue, database, baseUrl };
  const worker = testWorker({ ...place, ...(settings && { settings }), ...(variables && { variables }) });
  await worker.start();

  return {
    database,
    temporal,
    model,
    projectId,
    taskQueue,
    start: async (team, task = 'Write a haiku about rain.') => {
      const { conversationId } = await writeConversation(database, projectId, team, task);
      await startWorkflow(temporal, taskQueue, await readStart(database, conversationId));
      return conversationId;
    },
    goOn: async (conversationId, task) => {
      const run = await writeNextRun(database, conversationId, task);
      await startWorkflow(temporal, taskQueue, await readStart(database, conversationId));
      return (await temporal.workflow
        .getHandle(conversationWorkflowId(conversationId, run))
        .result()) as Outcome;
    },
    submit: async (conversationId, text) => {
      const id = randomUUID();
      await database.submission.create({ data: { id, projectId, conversationId, userId: 'user-1', text } });
      return id;
    },
    handle: (conversationId, run = 0) =>
      temporal.workflow.getHandle(conversationWorkflowId(conversationId, run)),
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
