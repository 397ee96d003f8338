import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { readStart } from '../../activities/transcript/readStart.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../ops/embedded/database.ts';
import { freePort } from '../../ops/embedded/network.ts';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { createDatabase, type Database } from '../../platform/database.ts';
import { startWorkflow } from '../../platform/startWorkflow.ts';
import { conversationWorkflowId } from '../../workflows/contracts/names.ts';
import type { PersonDecision } from '../../workflows/domain/tasks/registry.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { answerTaskUpdate } from '../../workflows/messages.ts';
import { type StartRow, writeConversation } from '../support/conversationRows.ts';
import { TEST_FOLDER } from '../support/leftovers.ts';
import { type ScriptedModel, startScriptedModel } from '../support/scriptedModel.ts';
import { type Link, stretchLink } from './link.ts';
import { kill, migrate, noted, reach } from './processes.ts';
import { workerProcess } from './workerProcess.ts';

/** Real processes that a test may kill, with a link between the worker and each server that the test can hold up. */
export interface FaultStage {
  model: ScriptedModel;
  databaseLink: Link;
  temporalLink: Link;
  /** A client of the test's own, which bypasses the links. */
  database: () => Database;
  temporal: () => Client;
  projectId: string;
  healthUrl: string;
  /** The worker that is running now. */
  workerPid: () => number;
  /** What the worker has logged so far. */
  workerLog: () => string;
  start: (team: TeamConfig, row?: StartRow) => Promise<string>;
  result: (conversationId: string) => Promise<unknown>;
  /** Ends the worker as `kill -9` does, and starts another one. */
  replaceWorker: () => Promise<void>;
  killWorker: () => Promise<void>;
  startWorker: () => Promise<void>;
  databaseUrl: () => string;
  /** Ends the Temporal server as `kill -9` does, and starts it again on the same file; it is away for as long as this takes. */
  restartTemporal: (meanwhile?: () => Promise<void>) => Promise<void>;
  /**
   * Copies Temporal's data; the returned function restores the copy, which loses everything written since, as a power
   * cut would.
   */
  keepTemporal: () => Promise<() => Promise<void>>;
  /** Answers an open task, as a person does. */
  answer: (
    task: { id: string; conversationId: string },
    decision: PersonDecision,
    userId?: string,
  ) => Promise<void>;
  /** Ends the database as `kill -9` does, and starts it again on the same folder. */
  restartDatabase: () => Promise<void>;
  close: () => Promise<void>;
}

const TASK_QUEUE = 'faults';

export async function setFaultStage(workerEnv: Record<string, string> = {}): Promise<FaultStage> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-faults-'));
  const log = (name: string) => join(folder, `${name}.log`);
  const binary = await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined);
  const temporalPort = await freePort();
  const databasePort = await freePort();
  const temporalDb = join(folder, 'temporal.db');
  const bringUpTemporal = () =>
    noted(
      startEmbeddedTemporal({
        binary,
        databaseFile: temporalDb,
        port: temporalPort,
        logFile: log('temporal'),
      }),
    );
  const bringUpDatabase = () =>
    noted(
      startEmbeddedDatabase({
        folder: join(folder, 'postgres'),
        port: databasePort,
        logFile: log('postgres'),
      }),
    );

  let temporalServer: EmbeddedTemporal = await bringUpTemporal();
  let databaseServer: EmbeddedDatabase = await bringUpDatabase();
  migrate(databaseServer.url);
  const model = await startScriptedModel();
  const databaseLink = await stretchLink({ host: '127.0.0.1', port: databasePort });
  const temporalLink = await stretchLink({ host: '127.0.0.1', port: temporalPort });
  let temporal = await reach(temporalServer);
  let database = createDatabase(databaseServer.url);
  const project = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  const worker = await workerProcess({
    databaseUrl: () => databaseServer.url,
    databaseLink,
    temporalAddress: `127.0.0.1:${String(temporalLink.port)}`,
    temporalLink,
    taskQueue: TASK_QUEUE,
    model,
    env: workerEnv,
    logFile: log('worker'),
  });
  await worker.start();

  const restartTemporal = async (meanwhile: () => void | Promise<void>) => {
    await temporal.connection.close();
    await kill(temporalServer);
    await meanwhile();
    temporalServer = await bringUpTemporal();
    temporal = await reach(temporalServer);
  };

  return {
    model,
    databaseLink,
    temporalLink,
    database: () => database,
    temporal: () => temporal,
    projectId: project.id,
    healthUrl: worker.healthUrl,
    workerPid: worker.pid,
    workerLog: () => readFileSync(log('worker'), 'utf8'),
    start: async (team, row = {}) => {
      const { conversationId } = await writeConversation(
        database,
        project.id,
        team,
        'Write a haiku about rain.',
        row,
      );
      await startWorkflow(
        temporal,
        TASK_QUEUE,
        await readStart(database, { projectId: project.id, id: conversationId }),
      );
      return conversationId;
    },
    result: (conversationId) =>
      temporal.workflow.getHandle(conversationWorkflowId(conversationId, 0)).result(),
    killWorker: worker.kill,
    startWorker: worker.start,
    replaceWorker: async () => {
      await worker.kill();
      await worker.start();
    },
    databaseUrl: () => databaseServer.url,
    restartTemporal: (meanwhile = () => Promise.resolve()) => restartTemporal(meanwhile),
    keepTemporal: async () => {
      const kept = join(folder, 'kept');
      mkdirSync(kept);
      await restartTemporal(() => {
        for (const name of filesOf(folder)) cpSync(join(folder, name), join(kept, name));
      });
      return () =>
        restartTemporal(() => {
          for (const name of filesOf(folder)) rmSync(join(folder, name));
          for (const name of filesOf(kept)) cpSync(join(kept, name), join(folder, name));
        });
    },
    answer: async ({ id: taskId, conversationId }, decision, userId = 'user-1') => {
      const submissionId = randomUUID();
      await database.submission.create({
        data: { id: submissionId, projectId: project.id, conversationId, userId, text: '' },
      });
      await temporal.workflow
        .getHandle(conversationWorkflowId(conversationId, 0))
        .executeUpdate(answerTaskUpdate, {
          updateId: submissionId,
          args: [{ taskId, decision, submissionId, userId }],
        });
    },
    restartDatabase: async () => {
      await database.$disconnect();
      await kill(databaseServer);
      databaseServer = await bringUpDatabase();
      database = createDatabase(databaseServer.url);
    },
    close: async () => {
      await worker.kill();
      await temporal.connection.close();
      await database.$disconnect();
      await databaseLink.close();
      await temporalLink.close();
      await kill(temporalServer);
      await kill(databaseServer);
      rmSync(folder, { recursive: true, force: true });
      await model.close();
    },
  };
}

/** Temporal's file and its companions. */
function filesOf(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('temporal.db'));
}
