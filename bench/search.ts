import { parseArgs } from 'node:util';
import { listConversations } from '../web/app/data/conversations/listConversations.server.ts';
import { addConversation, addMessage } from '../web/test/support/conversationRows.ts';
import { openDataWorld, type TestProject } from '../web/test/support/dataWorld.ts';
import { dropSearchIndex, fillHistory } from './fillHistory.ts';
import { databaseMs, databaseTime } from './processorTime.ts';

// Measures how long the search of the run history takes, and what its index costs when a message is written: `npm run
// bench:search -- [--conversations=100000] [--messages=6]`, on the server of TEST_DATABASE_URL. The last line of
// output is the figures as JSON.
const ROUNDS = 20;
const WRITES = 300;

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '6' },
  },
});
const conversations = Number(values.conversations);
const messagesEach = Number(values.messages);

/**
 * How often each word occurs. rare: in one message; none: nowhere; common: in every second message; uncommon: in one
 * of a hundred; past: in one of twenty, only in the older half of the conversations. Each number in the titles occurs
 * in one title.
 */
const SEARCHES = {
  rare: 'zanzibar',
  rareChinese: '琥珀',
  phrase: 'the zanzibar harbour',
  none: 'xylophone quartet',
  noneChinese: '蝴蝶',
  title: `number ${String(conversations - 7)} of`,
  common: 'invoice',
  commonChinese: '报告',
  twoWords: 'quarterly budget',
  threeWords: 'invoice report budget',
  uncommon: 'turbine',
  uncommonChinese: '涡轮',
  past: 'typewriter',
  oneCharacter: '珀',
};

const world = await openDataWorld();
try {
  const project = await world.addProject();
  let indexes: string[] = [];
  const fillSeconds = await seconds(async () => {
    const { scope, teamVersionId } = project;
    const rows = { projectId: scope.projectId, teamVersionId, conversations, messagesEach };
    ({ indexes } = await fillHistory(world.database, rows));
  });
  console.log(`Filled in ${String(fillSeconds)} s.`);
  const indexSeconds = await seconds(async () => {
    for (const index of indexes) await world.database.$executeRawUnsafe(index);
  });
  console.log(`Indexed in ${String(indexSeconds)} s.`);
  const searches = [];
  for (const [name, search] of Object.entries(SEARCHES)) {
    const filters = { state: null, teamId: null, search };
    const figures = {
      name,
      search,
      ...(await time(
        async () => {
          await listConversations(project.scope, filters, null);
        },
        name === 'oneCharacter' ? 3 : ROUNDS,
      )),
    };
    console.log(figures);
    searches.push(figures);
  }
  const written = await timeWrites(project);
  await dropSearchIndex(world.database);
  const writtenWithout = await timeWrites(project);
  console.log(
    JSON.stringify({
      bench: 'search',
      date: new Date().toISOString().slice(0, 10),
      conversations,
      messages: conversations * messagesEach,
      fillSeconds,
      indexSeconds,
      searches,
      writeMs: { with: written, without: writtenWithout },
    }),
  );
} finally {
  await world.close();
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round((performance.now() - startedAt) / 1_000);
}

async function timeWrites(project: TestProject): Promise<Percentiles> {
  const id = await addConversation(world.database, project);
  const content =
    'A message of some length, as an agent writes it: 报告 for the customer, numbers and a plan. '.repeat(8);
  let seq = 0;
  return time(async () => {
    await addMessage(world.database, project, id, { seq: (seq += 1), content });
  }, WRITES);
}

interface Percentiles {
  p50Ms: number;
  p95Ms: number;
  /**
   * Processor time per call, of this process and of the database's; on a busy machine it says more than wall-clock
   * time.
   */
  processorMs: number | null;
}

async function time(work: () => Promise<void>, rounds = ROUNDS): Promise<Percentiles> {
  await work();
  const taken: number[] = [];
  const before = await databaseTime(world.database);
  const began = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  const ofDatabase = databaseMs(before, await databaseTime(world.database));
  const { user, system } = process.cpuUsage(began);
  taken.sort((a, b) => a - b);
  const at = (share: number) => rounded(taken[Math.ceil(taken.length * share) - 1] ?? Number.NaN);
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    processorMs: ofDatabase === null ? null : rounded((ofDatabase + (user + system) / 1e3) / rounds),
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
