import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { formatPlace } from '../web/app/data/conversations/historyCursor.ts';
import { underNextRevision } from '../web/test/support/conversationRows.ts';
import { cookieHeader, openWebWorld, signInAsOwner } from '../web/test/support/webWorld.ts';
import { fillHistory, vacuum } from './fillHistory.ts';
import { addBenchConversation } from './pageConversations.ts';
import { databaseMs, databaseTime, memoryMiB, processMs } from './processorTime.ts';
import { startTemporal } from './servers/temporalServer.ts';
import { type EventReader, readEvents } from './web/eventReader.ts';
import { percentiles, rounded } from './web/percentiles.ts';

/*
 * Measures the web process under load, with a real process and database: the list page over 100,000 conversations, the
 * page of a conversation with 5,000 messages, 500 open event streams, and all of them coming back at once. `npm run
 * bench:web -- [--conversations=100000] [--messages=2] [--streams=500] [--rounds=60]
 * [--node-options=--max-old-space-size=256]`, on the server of TEST_DATABASE_URL. The last
 * line of output is the figures as JSON.
 */
const CHANGES = 100;
const HOLD_MS = 60_000;
/** Of ten streams one is of the list; of the others' conversations every third goes on. */
const LISTS_OF_TEN = 1;

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '2' },
    streams: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '60' },
    'node-options': { type: 'string', default: '' },
  },
});
const conversations = Number(values.conversations);
const messagesEach = Number(values.messages);
const streamCount = Number(values.streams);
const rounds = Number(values.rounds);

const folder = mkdtempSync(join(tmpdir(), 'colloquy-bench-web-'));
const temporal = await startTemporal('dev_server', { folder, databaseUrl: undefined });
const world = await openWebWorld({
  TEMPORAL_ADDRESS: temporal.address,
  NODE_OPTIONS: values['node-options'],
});
const { database } = world;
try {
  const cookie = cookieHeader(await signInAsOwner(world));
  const teams = await fill();
  const pages = [];
  for (const [name, path] of Object.entries(await listPages(teams))) {
    pages.push(await timePage(name, path));
    console.log(pages.at(-1));
  }
  const long = `/conversations/${await addBenchConversation(database, '5,000 messages')}`;
  pages.push(await timePage('a conversation of 5,000 messages', long));
  pages.push(await timePage('a hundred of its messages', `${long}/messages?from=2000`));
  console.log(pages.slice(-2));
  const streams = await openStreams(cookie);
  console.log(
    JSON.stringify({
      bench: 'web',
      date: new Date().toISOString().slice(0, 10),
      machine: {
        cpus: cpus().length,
        cpu: cpus()[0]?.model.trim() ?? 'unknown',
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        load: loadavg().map(rounded),
        node: process.version,
        database: process.env['TEST_DATABASE_URL'] === undefined ? 'PGlite' : 'PostgreSQL',
      },
      conversations,
      messages: conversations * messagesEach,
      nodeOptions: values['node-options'],
      pages,
      ...streams,
    }),
  );

  /** The server's own time, from its log; the client waits for each answer before it asks again. */
  async function timePage(name: string, path: string) {
    const ask = async () => {
      const answer = await fetch(world.url + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
      return (await answer.arrayBuffer()).byteLength;
    };
    await ask();
    await ask();
    const logged = () =>
      world.log().filter((line) => line['msg'] === 'request' && path.split('?')[0] === line['path']);
    const earlier = logged().length;
    const used = await processorUsed();
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) bytes = await ask();
    const { web, database: ofDatabase } = await used();
    await until(() => logged().length >= earlier + rounds);
    return {
      name,
      ...percentiles(
        logged()
          .slice(earlier)
          .map((line) => Number(line['durationMs'])),
      ),
      processorMs: { web: each(web, rounds), database: each(ofDatabase, rounds) },
      bytes,
    };
  }
} finally {
  await world.close();
  await temporal.stop();
  rmSync(folder, { recursive: true });
}

interface Teams {
  common: string;
  rare: string;
  never: string;
  past: string;
}

/** The history, spread over teams and states. */
async function fill(): Promise<Teams> {
  const common = await database.teamVersion.findFirstOrThrow();
  const anotherTeam = async (name: string) => {
    const { projectId, config } = common;
    const team = await database.team.create({ data: { projectId, name } });
    const version = { projectId, teamId: team.id, version: 1, description: '', config: config ?? {} };
    return database.teamVersion.create({ data: version });
  };
  const rare = await anotherTeam('Rarely used');
  const never = await anotherTeam('Never used');
  const past = await anotherTeam('Used in the past');
  const { indexes } = await fillHistory(database, {
    projectId: common.projectId,
    teamVersionId: common.id,
    conversations,
    messagesEach,
  });
  await database.$executeRaw`
    UPDATE conversation SET
      team_version_id = CASE WHEN n % 20000 = 19999 THEN ${rare.id}::uuid
        WHEN n > ${conversations / 2} AND n % 10 = 0 THEN ${past.id}::uuid ELSE team_version_id END,
      state = CASE WHEN n % 20000 = 19998 THEN 'parked' WHEN n % 100 = 1 THEN 'failed'
        WHEN n % 3 = 0 AND n < ${streamCount} THEN 'waiting' ELSE state END,
      ended_at = CASE WHEN n % 20000 = 19998 OR n % 3 = 0 AND n < ${streamCount} THEN NULL ELSE created_at END,
      message_count = ${messagesEach}::int, revision = 1
    FROM (SELECT id AS found, split_part(title, ' ', 3)::int AS n FROM conversation) numbered WHERE found = id`;
  for (const index of indexes) await database.$executeRawUnsafe(index);
  await vacuum(database);
  console.log(`${String(conversations)} conversations are there.`);
  return { common: common.teamId, rare: rare.teamId, never: never.teamId, past: past.teamId };
}

async function listPages(teams: Teams): Promise<Record<string, string>> {
  const placeOf = async (skip: number) => {
    const { id, createdAt } = await database.conversation.findFirstOrThrow({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip,
    });
    return formatPlace({ id, createdAt: createdAt.toISOString() });
  };
  const half = await placeOf(conversations / 2);
  const list = (query: string) => `/conversations${query}`;
  return {
    'the newest page': list(''),
    'the second page': list(`?older=${await placeOf(24)}`),
    'a page in the middle': list(`?older=${half}`),
    'the same, upwards': list(`?newer=${half}`),
    'the last page': list(`?older=${await placeOf(conversations - 20)}`),
    'a state that 1 % have': list('?state=failed'),
    'a state that five have': list('?state=parked'),
    'a state that none has': list('?state=paused'),
    'a team with nearly all': list(`?team=${teams.common}`),
    'a team with five': list(`?team=${teams.rare}`),
    'a team without any': list(`?team=${teams.never}`),
    'a team of the older half': list(`?team=${teams.past}`),
    'a team and a state': list(`?team=${teams.past}&state=failed`),
    'a common word': list('?q=invoice'),
    'a word of one message': list('?q=zanzibar'),
    'a word of the older half': list('?q=typewriter'),
    'no match': list('?q=xylophone'),
    'a title': list(`?q=${encodeURIComponent(`number ${String(conversations - 7)} of`)}`),
    'a common word and a state': list('?q=invoice&state=failed'),
    'a rare word and a team': list(`?q=zanzibar&team=${teams.common}`),
  };
}

async function openStreams(cookie: string) {
  const newest = await database.conversation.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: streamCount,
    select: { id: true, projectId: true, revision: true, messageCount: true, createdAt: true },
  });
  const rows = newest.slice(0, 25);
  const [first] = rows;
  if (first === undefined) throw new Error('There are no conversations.');
  const place = formatPlace({ id: first.id, createdAt: first.createdAt.toISOString() });
  const listPath = `/conversations/events?newest=${place}&rows=${rows.map(({ id }) => `${id}:1`).join(',')}`;
  const { projectId } = first;
  const lists = Math.floor((streamCount * LISTS_OF_TEN) / 10);

  const before = memoryMiB(world.webPid()).now;
  const watched = new Map<string, EventReader>();
  const opened = performance.now();
  const readers: EventReader[] = Array.from({ length: lists }, () =>
    readEvents(world.url + listPath, cookie),
  );
  for (const { id } of newest.slice(0, streamCount - lists)) {
    const reader = readEvents(`${world.url}/conversations/${id}/events?after=0`, cookie);
    watched.set(id, reader);
    readers.push(reader);
  }
  try {
    await until(() => readers.every((reader) => reader.connected() === 1));
    await until(() => [...watched.values()].every((reader) => reader.revision() >= 1));
    const openSeconds = rounded((performance.now() - opened) / 1_000);
    const open = memoryMiB(world.webPid()).now;
    const idle = await sharesOfProcessor();
    const after = memoryMiB(world.webPid());
    console.log({ openSeconds, before, open, after, idle });
    const delays: number[] = [];
    const ids = [...watched.keys()];
    for (let change = 0; change < CHANGES; change += 1) {
      const id = ids[(change * 7) % ids.length];
      if (id !== undefined) delays.push(await timeChange(id));
      await sleep(50); // not always at the same moment between two polls
    }
    const told = percentiles(delays);
    console.log({ told });
    const broken = await comeBack(() => {
      for (const reader of readers) reader.breakOff();
      return Promise.resolve();
    });
    console.log({ broken });
    const restarted = await comeBack(() => world.restartWeb(changeAll));
    console.log({ restarted });
    return {
      streams: {
        count: readers.length,
        ofLists: lists,
        openSeconds,
        memoryMiB: { before, open, afterAMinute: after.now, peak: after.peak },
        kibEach: Math.round(((after.now - before) * 1024) / readers.length),
        idle,
        told,
      },
      comingBack: { broken, restarted },
    };
  } finally {
    for (const reader of readers) reader.close();
  }

  /** From the commit of a message until its reader has it. */
  async function timeChange(id: string): Promise<number> {
    const revision = await change(id);
    const began = performance.now();
    await until(() => (watched.get(id)?.revision() ?? 0) >= revision, 2);
    return performance.now() - began;
  }

  async function changeAll(): Promise<void> {
    for (const id of watched.keys()) await change(id);
  }

  async function change(id: string): Promise<number> {
    return underNextRevision(
      database,
      id,
      (transaction, revision) =>
        transaction.message.create({
          data: {
            projectId,
            conversationId: id,
            seq: messagesEach + Number(revision),
            turn: messagesEach + Number(revision),
            source: 'writer',
            type: 'TextMessage',
            content: 'Something new, of some length, as an agent says it.',
            writtenBy: `bench:${String(revision)}`,
            revision,
          },
        }),
      { messageCount: { increment: 1 } },
    );
  }

  /**
   * Ends all connections and waits until every reader is connected again and has seen everything. Somebody else asks for a
   * page all the while.
   */
  async function comeBack(interrupt: () => Promise<void>) {
    const connections = readers.map((reader) => reader.connected());
    await interrupt();
    const began = performance.now();
    const revisions = new Map(
      (await database.conversation.findMany({ where: { id: { in: [...watched.keys()] } } })).map(
        ({ id, revision }) => [id, Number(revision)],
      ),
    );
    let over = false;
    const pageMs: number[] = [];
    const asking = (async () => {
      while (!over) {
        const asked = performance.now();
        const answer = await fetch(`${world.url}/conversations`, { headers: { cookie } });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`A page was answered with ${String(answer.status)}.`);
        pageMs.push(performance.now() - asked);
        await sleep(100);
      }
    })();
    await until(() => readers.every((reader, index) => reader.connected() > (connections[index] ?? 0)));
    const connectedSeconds = rounded((performance.now() - began) / 1_000);
    await until(() => [...watched].every(([id, reader]) => reader.revision() >= (revisions.get(id) ?? 0)));
    const upToDateSeconds = rounded((performance.now() - began) / 1_000);
    over = true;
    await asking;
    return {
      connectedSeconds,
      upToDateSeconds,
      longestPageMs: Math.round(Math.max(...pageMs)),
      peakMiB: memoryMiB(world.webPid()).peak,
    };
  }
}

/** While nothing happens: what part of one processor the web process and its connections to the database use. */
async function sharesOfProcessor() {
  const used = await processorUsed();
  await sleep(HOLD_MS);
  const { web, database: ofDatabase } = await used();
  const share = (ms: number | null) => (ms === null ? null : Math.round((ms / HOLD_MS) * 1_000) / 1_000);
  return { web: share(web), database: share(ofDatabase) };
}

/** From now on: the processor time of the web process and of the connections to the database, in milliseconds. */
async function processorUsed() {
  const pid = world.webPid();
  const before = { web: processMs(pid), database: await databaseTime(database) };
  return async () => {
    const web = processMs(pid);
    return {
      web: web === null || before.web === null ? null : web - before.web,
      database: databaseMs(before.database, await databaseTime(database)),
    };
  };
}

function each(ms: number | null, times: number): number | null {
  return ms === null ? null : rounded(ms / times);
}

async function until(isSo: () => boolean, everyMs = 20): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > 300_000) throw new Error('It did not come to that within five minutes.');
    await sleep(everyMs);
  }
}
