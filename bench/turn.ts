import { parseArgs } from 'node:util';
import { findTemporalPrograms } from '../ops/temporalOnPostgres/programs.ts';
import { openTestDatabase } from '../test/support/testDatabase.ts';
import { median } from './median.ts';
import { type Peer, startPeer } from './peer/langgraph.ts';
import type { TemporalKind } from './servers/temporalServer.ts';
import type { Stage } from './stage.ts';
import { plainTeam, setStage } from './stage.ts';
import { perSecond, timeBare, timeTurns } from './timing.ts';

// Measures what a plain turn costs (with a model that answers at once), compared with a bare activity on the same
// server and worker, and with a peer on the same database: `npm run bench:turn -- [--servers=dev_server,postgresql]
// [--no-peer] [--no-long]`. One after another, many in parallel, and early and late in one conversation. The last
// line of output is the figures as JSON.
/** Brings a worker into the state of one that has run for a while. */
const WARM_UP = 250;
const SEQUENTIAL = 60;
const ROUNDS = 5;
const ROUNDS_AT_ONCE = 3;
const CONVERSATIONS = 100;
const TURNS_EACH = 10;
/** Turns of the long conversation that are reported, each as the median of those around it. */
const ASKED_TURNS = [10, 100, 1_000];
const AROUND = 10;
const LAST_MESSAGES = 10;

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: 'dev_server,postgresql' },
    'no-peer': { type: 'boolean', default: false },
    'no-long': { type: 'boolean', default: false },
  },
});
const onPostgres = Boolean(process.env['TEST_DATABASE_URL']);
const hasServer = findTemporalPrograms() !== null;
const kinds = values.servers
  .split(',')
  .filter(
    (kind): kind is TemporalKind =>
      kind === 'dev_server' || (kind === 'postgresql' && onPostgres && hasServer),
  );
if (onPostgres && !hasServer)
  console.log('No Temporal server for PostgreSQL is here (npm run build:temporal-server).');
if (!onPostgres) console.log('Without TEST_DATABASE_URL: no peer, and no Temporal server on PostgreSQL.');

const servers = [];
let machine: Stage['machine'] | null = null;
for (const kind of kinds) {
  const stage = await setStage(kind);
  machine = stage.machine;
  const peer = values['no-peer'] || !onPostgres ? null : await openPeer(stage);
  try {
    servers.push({ server: kind, ...(await measure(stage, peer?.peer ?? null)) });
  } finally {
    await peer?.close();
    await stage.close();
  }
}
for (const { server, turnMs, bareMs, ratio, perSecondRatio } of servers) {
  console.log(
    `${server}: a plain turn takes ${String(turnMs)} ms, a bare round trip ${String(bareMs)} ms (ratio ${String(ratio)}; of throughput ${String(perSecondRatio)}).`,
  );
}
console.log(JSON.stringify({ bench: 'turn', date: new Date().toISOString().slice(0, 10), machine, servers }));

async function openPeer(stage: Stage): Promise<{ peer: Peer; close: () => Promise<void> }> {
  const database = await openTestDatabase();
  const peer = await startPeer({ databaseUrl: database.url, modelUrl: stage.modelUrl });
  return {
    peer,
    close: async () => {
      await peer.close();
      await database.close();
    },
  };
}

async function measure(stage: Stage, peer: Peer | null) {
  await timeTurns(stage, WARM_UP);
  await timeBare(stage, WARM_UP);
  await peer?.turns(WARM_UP);
  const one = { turn: [] as number[], bare: [] as number[], peer: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    one.bare.push((await timeBare(stage, SEQUENTIAL)) / SEQUENTIAL);
    one.turn.push((await timeTurns(stage, SEQUENTIAL)) / SEQUENTIAL);
    if (peer !== null) one.peer.push((await peer.turns(SEQUENTIAL)) / SEQUENTIAL);
    tell('One after another, ms', one);
  }
  const many = { turn: [] as number[], bare: [] as number[], peer: [] as number[] };
  const load = { conversations: CONVERSATIONS, turnsEach: TURNS_EACH };
  for (let round = 0; round < ROUNDS_AT_ONCE; round += 1) {
    many.bare.push(await perSecond(load, () => timeBare(stage, TURNS_EACH)));
    many.turn.push(await perSecond(load, () => timeTurns(stage, TURNS_EACH)));
    if (peer === null) continue;
    many.peer.push((CONVERSATIONS * TURNS_EACH * 1_000) / (await peer.atOnce(CONVERSATIONS, TURNS_EACH)));
  }
  tell('At once, a second', many);
  const workerPeakMiB = stage.workerMiB().peak;
  return {
    turnMs: rounded(median(one.turn)),
    bareMs: rounded(median(one.bare)),
    ratio: rounded(median(one.turn) / median(one.bare)),
    ownMs: rounded(median(one.turn) - median(one.bare)),
    atOnce: load,
    turnsPerSecond: rounded(median(many.turn)),
    barePerSecond: rounded(median(many.bare)),
    perSecondRatio: rounded(median(many.turn) / median(many.bare)),
    workerPeakMiB,
    peer:
      peer === null
        ? null
        : {
            name: peer.name,
            turnMs: rounded(median(one.peer)),
            turnsPerSecond: rounded(median(many.peer)),
          },
    long: values['no-long'] ? null : await timeLong(stage),
  };
}

/** Prints the newest figures for people who are watching. */
function tell(what: string, figures: Record<'bare' | 'turn' | 'peer', number[]>): void {
  const newest = Object.entries(figures).map(
    ([name, all]) => `${name} ${String(rounded(all.at(-1) ?? Number.NaN))}`,
  );
  console.log(`${what}: ${newest.join(', ')}`);
}

/** One conversation whose agents see its last messages: the time of its turns, from one request to the next. */
async function timeLong(stage: Stage): Promise<{ turn: number; ms: number }[]> {
  const last = Math.max(...ASKED_TURNS) + AROUND + 1;
  const { conversationId, workflowId } = await stage.start(plainTeam(last, LAST_MESSAGES));
  await stage.temporal.workflow.getHandle(workflowId).result();
  const calls = await stage.database.modelCall.findMany({
    where: { conversationId },
    orderBy: { seq: 'asc' },
    select: { startedAt: true },
  });
  const begins = calls.map(({ startedAt }) => startedAt.getTime());
  return ASKED_TURNS.map((turn) => {
    const from = Math.max(0, turn - AROUND);
    const taken = begins.slice(from, turn + AROUND).map((at, index) => (begins[from + index + 1] ?? at) - at);
    return { turn, ms: rounded(median(taken)) };
  });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
