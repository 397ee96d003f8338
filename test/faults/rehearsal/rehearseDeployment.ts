import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createToken, ensureMachineAccount } from '../../../ops/createToken.ts';
import { writeFrontDoor } from '../../../ops/deploy/frontDoor.ts';
import type { Service } from '../../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../../ops/embedded/temporal.ts';
import { findTemporal } from '../../../ops/embedded/temporalBinary.ts';
import { createOwnerLink } from '../../../ops/ownerLink.ts';
import { findTemporalPrograms } from '../../../ops/temporalOnPostgres/programs.ts';
import { startTemporaryTemporal } from '../../../ops/temporalOnPostgres/temporaryTemporal.ts';
import { createDatabase } from '../../../platform/database.ts';
import { connectTemporal } from '../../../platform/temporal.ts';
import { seed } from '../../../prisma/seed.ts';
import { signInAsOwner } from '../../../web/test/support/webWorld.ts';
import { startFrontDoor } from '../../support/frontDoorServer.ts';
import { TEST_FOLDER } from '../../support/leftovers.ts';
import { startScriptedModel } from '../../support/scriptedModel.ts';
import { text } from '../../support/scriptedReply.ts';
import { openTestDatabase } from '../../support/testDatabase.ts';
import { failedWorkflowTasks } from '../failedWorkflowTasks.ts';
import { faultsOfEnded } from '../faultsOfEnded.ts';
import { until } from '../until.ts';
import { createApi } from './apiClient.ts';
import {
  addTeams,
  answerTasks,
  grow,
  LAST_WORD,
  SHORT,
  startConversations,
  unfinished,
} from './conversations.ts';
import { deployRelease, type Steps } from './deployRelease.ts';
import { faultsOfReaders } from './faultsOfReaders.ts';
import { createHost } from './host.ts';
import { openReaders } from './openReaders.ts';
import { openPlatform } from './platform.ts';
import { startPlatformEdge } from './platformEdge.ts';
import { changedRelease, presentRelease } from './releaseTree.ts';
import { sendVisitors } from './visitors.ts';

export interface RehearsalOptions {
  /** Open all the while: three of five are at work, the others wait for a person or are paused. */
  conversations: number;
  /** Pages in a real browser, each with its own stream. */
  pages: number;
  /** Further readers, of the API's stream. */
  apiReaders: number;
  webProcesses: number;
  /** The pause before each piece of a model's answer, of which there are about eight. */
  chunkDelayMs: number;
  /** How long both versions of the web app answer; by default as in production. */
  overlapMs?: number;
  say: (line: string) => void;
}

export interface RehearsalReport {
  temporal: 'PostgreSQL' | 'dev server';
  database: 'PostgreSQL' | 'PGlite';
  conversations: number;
  /** Those that were started by visitors in the meantime. */
  startedMeanwhile: number;
  pages: number;
  apiReaders: number;
  /** How often readers had to connect again, and what they got. */
  reconnects: number;
  events: number;
  requests: number;
  serverErrors: number;
  slowestMs: number;
  turns: number;
  /** Model calls beyond those: turns that were paid for twice. */
  repeatedCalls: number;
  deploySeconds: Steps;
  rollBackSeconds: Steps;
  /** All that is wrong; empty: nothing. */
  faults: string[];
}

const FRONT_DOOR_KEY = 'a key of the rehearsal, longer than it has to be';

/**
 * Deploys a changed version, and takes it back, while conversations are open and people watch them: the front door by the rules of
 * vercel.json, behind it web processes and workers as .railway/railway.ts says, in the order of the pipeline.
 */
export async function rehearseDeployment(options: RehearsalOptions): Promise<RehearsalReport> {
  const { say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-rehearsal-'));
  const closing: (() => Promise<unknown> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const open = <T>(value: T, close: (value: T) => Promise<unknown> | void): T => {
    closing.push(() => close(value));
    return value;
  };
  try {
    const old = presentRelease();
    const next = await changedRelease(folder);
    const testDatabase = open(await openTestDatabase(), (each) => each.close());
    const database = open(createDatabase(testDatabase.url, { poolSize: 4 }), (each) => each.$disconnect());
    await seed(database);
    const { server, kind } = await startTemporal(folder);
    open(server, (each) => each.stop());
    const model = open(await startScriptedModel(), (each) => each.close());
    let isEnding = false;
    model.otherwise(() =>
      isEnding ? text(LAST_WORD) : text('A reply of a few words.', { chunkDelayMs: options.chunkDelayMs }),
    );
    writeFrontDoor({
      origin: 'https://colloquy-web.test',
      output: join(folder, 'door'),
      files: fileURLToPath(new URL('../../../build/client', import.meta.url)),
    });
    const edge = open(await startPlatformEdge(), (each) => each.close());
    const serverErrors: string[] = [];
    const door = open(
      await startFrontDoor({
        client: '203.0.113.9',
        door: () => ({
          folder: join(folder, 'door'),
          variables: { FRONT_DOOR_KEY },
          reaches: () => edge.url,
        }),
        onAnswer: ({ status, path }) => {
          if (status >= 500) serverErrors.push(`${path} answered ${String(status)}`);
        },
      }),
      (each) => each.close(),
    );
    const platform = open(
      await openPlatform({
        folder,
        variables: {
          DATABASE_URL: testDatabase.url,
          KNOWLEDGE_DATABASE_URL: '',
          TEMPORAL_ADDRESS: server.address,
          TEMPORAL_NAMESPACE: 'default',
          TASK_QUEUE: 'colloquy',
          OPENAI_BASE_URL: model.baseUrl,
          OPENAI_API_KEY: 'sk-rehearsal',
          ALLOW_PRIVATE_NETWORK: 'true',
          APP_URL: door.url,
          HOST: '127.0.0.1',
          TRUST_PROXY: '127.0.0.1',
          FRONT_DOOR_KEY,
          SESSION_SECRET: 'a secret of the rehearsal, longer than it has to be',
        },
      }),
      (each) => each.close(),
    );
    const temporal = open(
      await connectTemporal({ TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'default' }),
      (each) => each.connection.close(),
    );
    const host = createHost(platform, edge, options.overlapMs);
    await host.startWorker('worker-blue', old);
    for (let count = 0; count < options.webProcesses; count += 1) await host.startWeb(old);
    say(`${String(options.webProcesses)} web processes and a worker run`);

    const token = await createToken(database, {
      userId: await ensureMachineAccount(database),
      name: 'Rehearsal',
    });
    const api = createApi(door.url, token);
    await addTeams(database);
    const talks = await startConversations(api, database, options.conversations);
    say(`${String(options.conversations)} conversations are open`);

    const readers = await openReaders({
      ...{ pages: options.pages, apiReaders: options.apiReaders, url: door.url, token, open },
      storageState: await signInAsOwner({
        url: door.url,
        ownerLink: async () => (await createOwnerLink(database, door.url, new Date())) ?? '',
      }),
      ids: talks.talking,
    });
    const asset = readdirSync(join(folder, 'door', 'static', 'assets')).find((name) => name.endsWith('.js'));
    let visits = 0;
    const started: string[] = [];
    const visitors = open(
      sendVisitors(door.url, () => {
        visits += 1;
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const id = talks.talking[visits % talks.talking.length] ?? '';
        if (visits % 12 === 0) {
          const idempotencyKey = randomUUID();
          started.push(idempotencyKey);
          const body = JSON.stringify({ team: SHORT, task: 'Say something.', idempotencyKey });
          return { path: '/api/v1/conversations', init: { method: 'POST', headers, body } };
        }
        const reads = [
          { path: '/sign-in' },
          { path: '/api/v1/conversations?limit=20', init: { headers } },
          { path: `/api/v1/conversations/${id}`, init: { headers } },
          { path: `/assets/${asset ?? ''}` },
        ];
        return reads[visits % reads.length] ?? { path: '/health' };
      }),
      (each) => each.close(),
    );
    const rehearsal = { platform, host, temporal, api, url: door.url, say };
    await grow(database, talks.talking, 1);
    const deploySeconds = await deployRelease(rehearsal, {
      release: next,
      from: { release: old, colour: 'worker-blue' },
      colour: 'worker-green',
      doRamp: true,
    });
    say('the new version is in place');
    await answerTasks(api, database, talks.waiting.slice(0, Math.ceil(talks.waiting.length / 2)));
    await grow(database, talks.talking, 1);
    const rollBackSeconds = await deployRelease(rehearsal, {
      release: old,
      from: { release: next, colour: 'worker-green' },
      colour: 'worker-blue',
      doRamp: false,
    });
    say('the earlier version is back');
    await grow(database, talks.talking, 1);

    isEnding = true;
    await visitors.close();
    await answerTasks(api, database, talks.waiting);
    for (const id of talks.paused) await api(`/conversations/${id}/resume`, {});
    await until('all conversations have ended', async () => (await unfinished(database)) === 0);
    await until('all readers have seen the end', () =>
      Promise.resolve(readers.every(({ check }) => check.state() === 'finished')),
    ).catch((error: unknown) => serverErrors.push(String(error)));
    const faults = [
      ...serverErrors,
      ...visitors.troubles,
      ...(await faultsOfEnded(database)),
      ...(await faultsOfReaders(database, readers, LAST_WORD)),
      ...(await failedWorkflowTasks(temporal)),
      ...host.faults,
    ];
    const conversations = await database.conversation.count();
    const expected = options.conversations + started.length;
    if (conversations !== expected)
      faults.push(`${String(conversations)} conversations, ${String(expected)} were started`);
    const turns = await database.modelCall.count({ where: { state: 'completed' } });
    return {
      temporal: kind,
      database: process.env['TEST_DATABASE_URL'] ? 'PostgreSQL' : 'PGlite',
      conversations: options.conversations,
      startedMeanwhile: started.length,
      pages: options.pages,
      apiReaders: options.apiReaders,
      reconnects: sum(readers.map(({ check }) => check.reconnects())),
      events: sum(readers.map(({ check }) => check.events())),
      requests: visitors.requests(),
      serverErrors: serverErrors.length,
      slowestMs: Math.round(visitors.slowestMs()),
      turns,
      repeatedCalls: model.requests.length - turns,
      deploySeconds,
      rollBackSeconds,
      faults: [...new Set(faults)],
    };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function startTemporal(
  folder: string,
): Promise<{ server: Service & { address: string }; kind: RehearsalReport['temporal'] }> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const programs = findTemporalPrograms();
  const logFile = join(folder, 'temporal.log');
  if (serverUrl && programs !== null)
    return {
      server: await startTemporaryTemporal({ programs, serverUrl, folder, logFile }),
      kind: 'PostgreSQL',
    };
  const binary = await findTemporal(join(TEST_FOLDER, 'bin'), () => undefined);
  const databaseFile = join(folder, 'temporal.db');
  return { server: await startEmbeddedTemporal({ binary, databaseFile, logFile }), kind: 'dev server' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
