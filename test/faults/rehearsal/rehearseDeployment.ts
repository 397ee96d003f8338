import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Client } from '@temporalio/client';
import { createToken, ensureMachineAccount } from '../../../ops/createToken.ts';
import { writeFrontDoor } from '../../../ops/deploy/frontDoor.ts';
import { smokeChecks } from '../../../ops/deploy/smokeChecks.ts';
import type { Service } from '../../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../../ops/embedded/temporal.ts';
import { findTemporal } from '../../../ops/embedded/temporalBinary.ts';
import { createOwnerLink } from '../../../ops/ownerLink.ts';
import { findTemporalPrograms } from '../../../ops/temporalOnPostgres/programs.ts';
import { startTemporaryTemporal } from '../../../ops/temporalOnPostgres/temporaryTemporal.ts';
import { findChromium } from '../../../ops/test/chromium.ts';
import { createDatabase, type Database } from '../../../platform/database.ts';
import { countPinned } from '../../../platform/deployments/pinned.ts';
import { connectTemporal } from '../../../platform/temporal.ts';
import { seed } from '../../../prisma/seed.ts';
import { signInAsOwner, type StorageState } from '../../../web/test/support/webWorld.ts';
import { agent, team } from '../../../worker/test/teams.ts';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { startFrontDoor } from '../../support/frontDoorServer.ts';
import { TEST_FOLDER } from '../../support/leftovers.ts';
import { startScriptedModel } from '../../support/scriptedModel.ts';
import { text } from '../../support/scriptedReply.ts';
import { openTestDatabase } from '../../support/testDatabase.ts';
import { type HostedProcess, openPlatform, type Platform, type ServiceName } from './platform.ts';
import { type PlatformEdge, startPlatformEdge } from './platformEdge.ts';
import { changedRelease, DEPLOYMENT, presentRelease, type Release } from './releaseTree.ts';
import { readByApi, type Reader, readInBrowser } from './streamReaders.ts';
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

/** What each step of a deployment took. */
export type Steps = Record<string, number>;

const PATIENCE_MS = 400_000;
const SMOKE_WAIT_MS = 60_000;
const TALKING = 'Talking';
const REVIEWED = 'Reviewed';
const SHORT = 'Short';
/** Ends those that talk. */
const LAST_WORD = 'APPROVE';
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
    const host = createHost(platform, edge, options);
    await host.startWorker('worker-blue', old);
    for (let count = 0; count < options.webProcesses; count += 1) await host.startWeb(old);
    say(`${String(options.webProcesses)} web processes and a worker run`);

    const token = await createToken(database, {
      userId: await ensureMachineAccount(database),
      name: 'Rehearsal',
    });
    const api = createApi(door.url, token);
    await addTeams(database);
    const people = await startConversations(api, database, options.conversations);
    say(`${String(options.conversations)} conversations are open`);

    const readers = await openReaders({
      ...{ options, url: door.url, token, open },
      storageState: await signInAsOwner({
        url: door.url,
        ownerLink: async () => (await createOwnerLink(database, door.url, new Date())) ?? '',
      }),
      ids: people.talking,
    });
    const asset = readdirSync(join(folder, 'door', 'static', 'assets')).find((name) => name.endsWith('.js'));
    let visits = 0;
    const started: string[] = [];
    const visitors = open(
      sendVisitors(door.url, () => {
        visits += 1;
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const id = people.talking[visits % people.talking.length] ?? '';
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
    await grow(database, people.talking, 1);
    const deploySeconds = await deploy(rehearsal, {
      release: next,
      from: { release: old, colour: 'worker-blue' },
      colour: 'worker-green',
      doRamp: true,
    });
    say('the new version is in place');
    await answerTasks(api, database, people.waiting.slice(0, Math.ceil(people.waiting.length / 2)));
    await grow(database, people.talking, 1);
    const rollBackSeconds = await deploy(rehearsal, {
      release: old,
      from: { release: next, colour: 'worker-green' },
      colour: 'worker-blue',
      doRamp: false,
    });
    say('the earlier version is back');
    await grow(database, people.talking, 1);

    isEnding = true;
    await visitors.close();
    await answerTasks(api, database, people.waiting);
    for (const id of people.paused) await api(`/conversations/${id}/resume`, {});
    await until('all conversations have ended', async () => (await unfinished(database)) === 0);
    await until('all readers have seen the end', () =>
      Promise.resolve(readers.every(({ check }) => check.state() === 'finished')),
    ).catch((error: unknown) => serverErrors.push(String(error)));
    const faults = [
      ...serverErrors,
      ...visitors.troubles,
      ...(await faultsOfConversations(database)),
      ...(await faultsOfReaders(database, readers)),
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

type Api = (path: string, body?: object) => Promise<Record<string, unknown>>;

interface Host {
  startWorker: (colour: ServiceName, release: Release) => Promise<void>;
  stopWorker: (colour: ServiceName) => Promise<void>;
  startWeb: (release: Release) => Promise<void>;
  /** One process after the other; resolves when the last of the earlier ones has ended. */
  replaceWeb: (release: Release) => Promise<void>;
  faults: string[];
}

function createHost(platform: Platform, edge: PlatformEdge, { overlapMs }: RehearsalOptions): Host {
  const workers = new Map<ServiceName, HostedProcess>();
  const web: HostedProcess[] = [];
  const faults: string[] = [];
  const drain = async (name: string, hosted: HostedProcess | undefined) => {
    const drained = await hosted?.drain();
    if (drained?.isKilled) faults.push(`${name} did not end in time and was killed`);
  };
  const startWeb = async (release: Release) => {
    const started = await platform.start('web', release);
    web.push(started);
    edge.add(started.url);
  };
  return {
    startWorker: async (colour, release) => {
      workers.set(colour, await platform.start(colour, release));
    },
    stopWorker: (colour) => drain(colour, workers.get(colour)),
    startWeb,
    replaceWeb: async (release) => {
      for (const earlier of web.splice(0)) {
        await startWeb(release);
        await delay(overlapMs ?? platform.overlapMs('web'));
        edge.remove(earlier.url);
        await drain('web', earlier);
      }
    },
    faults,
  };
}

/** The pipeline's steps, then the move of what is open and the end of the earlier worker. */
async function deploy(
  {
    platform,
    host,
    temporal,
    api,
    url,
    say,
  }: { platform: Platform; host: Host; temporal: Client; api: Api; url: string; say: (line: string) => void },
  plan: {
    release: Release;
    from: { release: Release; colour: ServiceName };
    colour: ServiceName;
    doRamp: boolean;
  },
): Promise<Steps> {
  const { release, from, colour } = plan;
  const steps: Steps = {};
  const note = (name: string, seconds: number) => {
    steps[name] = Math.round(((steps[name] ?? 0) + seconds) * 10) / 10;
    say(`  ${name}: ${seconds.toFixed(1)} s`);
  };
  const step = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    note(name, (performance.now() - began) / 1_000);
  };
  const began = performance.now();
  await platform.preDeploy(colour, release, note);
  await step('worker', () => host.startWorker(colour, release));
  if (plan.doRamp) {
    await step('ramp', () => platform.run(release, 'ops/release/ramp.ts', [release.buildId, '25']));
    await until('something begins on the ramping build', async () => (await pinned(temporal, release)) > 0);
  }
  await platform.preDeploy('web', release, note);
  await step('web', () => host.replaceWeb(release));
  await step('smoke', () => smoke(url, release.commit));
  steps['all'] = Math.round((performance.now() - began) / 100) / 10;
  await step('move', async () => {
    await until('all have moved', async () => {
      await api(`/builds/${from.release.buildId}/move`, {});
      return (await pinned(temporal, from.release)) === 0;
    });
  });
  await step('drain', () => host.stopWorker(from.colour));
  return steps;
}

function pinned(temporal: Client, { buildId }: Release): Promise<number> {
  return countPinned(temporal, { deploymentName: DEPLOYMENT, buildId });
}

async function smoke(url: string, commit: string): Promise<void> {
  const deadlineMs = Date.now() + SMOKE_WAIT_MS;
  for (;;) {
    const failed = (await smokeChecks({ url, commit })).filter(({ ok }) => !ok);
    if (failed.length === 0) return;
    if (Date.now() > deadlineMs)
      throw new Error(
        `The smoke test fails: ${failed.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`,
      );
    await delay(1_000);
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

function createApi(url: string, token: string): Api {
  return async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answered = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${JSON.stringify(answered)}`);
    return answered;
  };
}

async function addTeams(database: Database): Promise<void> {
  const { id: projectId } = await database.project.findFirstOrThrow({ where: { slug: 'default' } });
  const ends = { kind: 'text_mention', text: LAST_WORD, sources: null } as const;
  const review = { deadlineSeconds: 86_400, onDeadline: 'stop' } as const;
  const teams: [string, TeamConfig][] = [
    [TALKING, team([agent('writer'), agent('critic')], { termination: ends, maxTurns: 10_000 })],
    [REVIEWED, team([agent('writer', { review })], { termination: null, maxTurns: 1 })],
    [SHORT, team([agent('writer'), agent('critic')], { termination: null, maxTurns: 2 })],
  ];
  for (const [name, config] of teams) {
    const { id: teamId } = await database.team.create({ data: { projectId, name } });
    const plain = JSON.parse(JSON.stringify(config)) as object;
    await database.teamVersion.create({
      data: { projectId, teamId, version: 1, description: '', config: plain },
    });
  }
}

interface People {
  talking: string[];
  waiting: string[];
  paused: string[];
}

async function startConversations(api: Api, database: Database, count: number): Promise<People> {
  const start = async (name: string) =>
    String((await api('/conversations', { team: name, task: 'Talk.' }))['conversationId']);
  const people: People = { talking: [], waiting: [], paused: [] };
  for (let index = 0; index < count; index += 1) {
    if (index % 5 === 3) people.waiting.push(await start(REVIEWED));
    else if (index % 5 === 4) people.paused.push(await start(TALKING));
    else people.talking.push(await start(TALKING));
  }
  await grow(database, [...people.talking, ...people.paused], 2);
  for (const id of people.paused) await api(`/conversations/${id}/pause`, {});
  await until('those that wait or are paused do', async () => {
    const waiting = await database.humanTask.count({ where: { state: 'open' } });
    const paused = await database.conversation.count({ where: { state: 'paused' } });
    return waiting === people.waiting.length && paused === people.paused.length;
  });
  return people;
}

/** Waits until each has so many messages more. */
async function grow(database: Database, ids: readonly string[], by: number): Promise<void> {
  const counts = async () =>
    new Map(
      (
        await database.conversation.findMany({
          where: { id: { in: [...ids] } },
          select: { id: true, messageCount: true },
        })
      ).map(({ id, messageCount }) => [id, messageCount]),
    );
  const before = await counts();
  await until('each conversation has taken further turns', async () => {
    const now = await counts();
    return ids.every((id) => (now.get(id) ?? 0) >= (before.get(id) ?? 0) + by);
  });
}

async function answerTasks(api: Api, database: Database, ids: readonly string[]): Promise<void> {
  const tasks = await database.humanTask.findMany({
    where: { conversationId: { in: [...ids] }, state: 'open' },
    select: { id: true },
  });
  for (const { id } of tasks)
    await api(`/tasks/${id}/answer`, { decision: 'approve', idempotencyKey: randomUUID() });
}

async function openReaders({
  options,
  url,
  token,
  storageState,
  ids,
  open,
}: {
  options: RehearsalOptions;
  url: string;
  token: string;
  storageState: StorageState;
  ids: readonly string[];
  open: <T>(value: T, close: (value: T) => Promise<unknown> | void) => T;
}): Promise<Reader[]> {
  const of = (index: number) => ids[index % ids.length] ?? '';
  const readers: Reader[] = [];
  for (let index = 0; index < options.apiReaders; index += 1)
    readers.push(
      open(readByApi({ url, token, conversationId: of(options.pages + index) }), (each) => each.close()),
    );
  if (options.pages === 0) return readers;
  const browser = open(
    await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    }),
    (each) => each.close(),
  );
  for (let index = 0; index < options.pages; index += 1)
    readers.push(await readInBrowser({ browser, url, storageState, conversationId: of(index) }));
  await until('all readers have their streams', () =>
    Promise.resolve(readers.every(({ check }) => check.events() > 0)),
  );
  return readers;
}

function unfinished(database: Database): Promise<number> {
  return database.conversation.count({
    where: { NOT: { state: { in: ['finished', 'failed', 'cancelled'] } } },
  });
}

/** Each has ended as it should, with every message once, and a completed call for each. */
async function faultsOfConversations(database: Database): Promise<string[]> {
  const rows = await database.conversation.findMany({
    select: {
      ...{ id: true, state: true, stopReason: true },
      messages: { select: { seq: true, supersededAt: true }, orderBy: { seq: 'asc' } },
      modelCalls: { select: { state: true } },
    },
  });
  return rows.flatMap(({ id, state, stopReason, messages, modelCalls }) => {
    const completed = modelCalls.filter((call) => call.state === 'completed').length;
    return [
      ...(state === 'finished' ? [] : [`conversation ${id} is ${state}: ${stopReason ?? ''}`]),
      ...(messages.every(({ seq }, index) => seq === index) ? [] : [`conversation ${id} has a gap`]),
      ...(messages.every(({ supersededAt }) => supersededAt === null)
        ? []
        : [`conversation ${id} has replaced messages`]),
      ...(completed === messages.length - 1
        ? []
        : [`conversation ${id} has ${String(completed)} calls and ${String(messages.length)} messages`]),
    ];
  });
}

async function faultsOfReaders(database: Database, readers: readonly Reader[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { conversationId, check, troubles, lookAtEnd } of readers) {
    const seen = await lookAtEnd(LAST_WORD);
    const stored = await database.message.findMany({
      where: { conversationId },
      select: { seq: true, revision: true },
    });
    const all = stored.map(({ seq, revision }) => ({ seq, revision: Number(revision) }));
    faults.push(
      ...[...troubles, ...check.faults(all), ...(seen === null ? [] : [seen])].map(
        (fault) => `stream of ${conversationId}: ${fault}`,
      ),
    );
  }
  return faults;
}

/** What workers failed at; that something came in meanwhile is no fault. */
async function failedWorkflowTasks(temporal: Client): Promise<string[]> {
  const failures: string[] = [];
  for await (const { workflowId, runId } of temporal.workflow.list({
    query: `WorkflowType = 'conversation'`,
  })) {
    const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    for (const { workflowTaskFailedEventAttributes: failed } of events ?? []) {
      const message = failed?.failure?.message;
      if (message && message !== 'UnhandledCommand') failures.push(`${workflowId}: ${message}`);
    }
  }
  return failures;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadlineMs) throw new Error(`Waited in vain until ${what}.`);
    await delay(250);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
