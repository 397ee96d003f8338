import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createDatabase, type Database } from '../../platform/database.ts';
import type { KnowledgeStore } from '../../platform/knowledge/knowledgeStore.ts';
import { createLogger } from '../../platform/logger.ts';
import { type StartRow, writeConversation } from '../../test/support/conversationRows.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../../test/support/embeddingServer.ts';
import { keptSnapshot } from '../../test/support/keptSnapshot.ts';
import { knowledgeOf } from '../../test/support/knowledgeOf.ts';
import { type ScriptedModel, startScriptedModel } from '../../test/support/scriptedModel.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';
import type { ConversationActivities, ConversationRef } from '../../workflows/contracts/activityTypes.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { createActivities } from '../index.ts';
import { connectEmbeddings } from '../knowledge/embed/embeddingConnection.ts';
import { createDocumentReader } from '../knowledge/parse/documentReader.ts';
import { createModelClients } from '../model/clients.ts';
import { openNotifiers } from '../people/registry.ts';
import { createToolbox } from '../tools/toolbox.ts';

/** The key that the activities send; it must not appear in any failure, row or log line. */
export const TEST_KEY = 'sk-test-0123456789';

/** Activities on a real database and a scripted model, run in Temporal's own test environment for activities. */
export interface Stage {
  database: Database;
  model: ScriptedModel;
  knowledge: KnowledgeStore;
  /** The embedding model: answers like the demo's unless a script says otherwise. */
  embeddings: EmbeddingServer;
  projectId: string;
  activities: ConversationActivities;
  /** Writes the rows that exist before a conversation's first activity. */
  conversation: (team: TeamConfig, task?: string, options?: StartRow) => Promise<ConversationRef>;
  /** Writes what a person submitted; returns its id. */
  submit: (ref: ConversationRef, text: string) => Promise<string>;
  close: () => Promise<void>;
}

/** Identifies the caller of an activity: the same for all its attempts, except for the number of the attempt. */
export interface As {
  /** The first run of the conversation's workflow, or a later one: after a reset or a continue-as-new. */
  run?: number;
  activityId?: string;
  attempt?: number;
}

/** The id of a workflow run; different for every conversation. */
export function runIdOf({ conversationId }: { conversationId: string }, run = 1): string {
  return `run-${String(run)}-of-${conversationId}`;
}

export async function openStage(): Promise<Stage> {
  const testDatabase = await openTestDatabase();
  const database = createDatabase(testDatabase.url, { poolSize: 4 });
  const model = await startScriptedModel();
  const { id: projectId } = await database.project.create({ data: { slug: 'default', name: 'Default' } });
  const toolbox = createToolbox({
    secret: () => undefined,
    allowedStdioCommands: ['*'],
    allowPrivateNetwork: true,
    python: { snapshot: keptSnapshot },
  });
  const embeddings = await startEmbeddingServer();
  const knowledge = knowledgeOf(database);
  const activities = createActivities({
    database,
    knowledge,
    embeddings: connectEmbeddings({ baseUrl: embeddings.baseUrl, apiKey: null }),
    readDocument: createDocumentReader(),
    fetch,
    ...openNotifiers({ mailServer: null, fetch, secret: () => undefined }),
    appUrl: 'https://colloquy.test',
    logger: createLogger({ process: 'test', level: 'silent' }),
    models: createModelClients({
      settings: {
        OPENAI_BASE_URL: model.baseUrl,
        OPENAI_API_KEY: TEST_KEY,
        ANTHROPIC_BASE_URL: model.baseUrl,
        ANTHROPIC_API_KEY: TEST_KEY,
      },
      secret: () => undefined,
      guardedFetch: fetch,
    }),
    toolbox,
    defaultModel: 'test-model',
  });
  return {
    database,
    model,
    knowledge,
    embeddings,
    projectId,
    activities,
    conversation: (team, task = 'Write a haiku about rain.', options = {}) =>
      writeConversation(database, projectId, team, task, options),
    submit: async ({ conversationId }, text) => {
      const id = randomUUID();
      await database.submission.create({ data: { id, projectId, conversationId, userId: 'user-1', text } });
      return id;
    },
    close: async () => {
      await toolbox.close();
      await knowledge.close();
      await embeddings.close();
      await database.$disconnect();
      await testDatabase.close();
      await model.close();
    },
  };
}

/** A running attempt of an activity. */
export interface Attempt<Result> {
  result: Promise<Result>;
  cancel: () => void;
}

type Name = keyof ConversationActivities;
type InputOf<N extends Name> = Parameters<ConversationActivities[N]>[0];
type ResultOf<N extends Name> = Awaited<ReturnType<ConversationActivities[N]>>;

/** Starts an attempt, as a worker does. */
export function begin<N extends Name>(
  stage: Stage,
  name: N,
  input: InputOf<N>,
  { run = 1, activityId = '1', attempt = 1 }: As = {},
): Attempt<ResultOf<N>> {
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: 'conversation', runId: runIdOf(input, run) }, activityId, attempt },
    { logger: new DefaultLogger('ERROR', () => undefined) },
  );
  const activity = stage.activities[name] as (input: InputOf<N>) => Promise<ResultOf<N>>;
  const result: Promise<ResultOf<N>> = environment.run(activity, input);
  // Its failure is seen by those who await it later.
  result.catch(() => undefined);
  return {
    result,
    cancel: () => {
      environment.cancel();
    },
  };
}

/** Runs an attempt to its end. */
export function run<N extends Name>(
  stage: Stage,
  name: N,
  input: InputOf<N>,
  as: As = {},
): Promise<ResultOf<N>> {
  return begin(stage, name, input, as).result;
}

/** The error of an attempt that is expected to fail. */
export async function failureOf(attempt: Promise<unknown>): Promise<Error> {
  const outcome = await attempt.then(
    () => new Error('It did not fail'),
    (error: unknown) => error,
  );
  if (outcome instanceof Error) return outcome;
  throw new Error(`It failed with ${String(outcome)}`);
}
