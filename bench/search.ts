import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listConversations } from '../web/app/data/conversations/listConversations.server.ts';
import { addConversation, addMessage } from '../web/test/support/conversationRows.ts';
import { openDataWorld, type TestProject } from '../web/test/support/dataWorld.ts';

// Measures how long the search of the run history takes, and what its index costs when a message is written: `npm run
// bench:search -- [--conversations=100000] [--messages=6]`, on the server of TEST_DATABASE_URL. The last line of
// output is the figures as JSON.
const ROUNDS = 20;
const WRITES = 300;
const FILL_AT_ONCE = 5_000;

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
  const indexes = await dropIndexes();
  const fillSeconds = await seconds(() => fill(project));
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
  await dropIndexes();
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

/** Conversations with words in English and Chinese, about 250 characters per message. */
async function fill({ scope, teamVersionId }: TestProject): Promise<void> {
  const { database } = world;
  for (let from = 0; from < conversations; from += FILL_AT_ONCE) {
    const to = Math.min(from + FILL_AT_ONCE, conversations) - 1;
    await database.$executeRaw`
      INSERT INTO conversation (id, project_id, team_version_id, title, state, idempotency_key, created_at)
      SELECT gen_random_uuid(), ${scope.projectId}::uuid, ${teamVersionId}::uuid,
             'Conversation number ' || i || ' of many 对话', 'finished', 'bench-' || i, now() - i * interval '1 minute'
      FROM generate_series(${from}::int, ${to}::int) i`;
  }
  await database.$executeRaw`
    INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, written_by, revision)
    SELECT gen_random_uuid(), ${scope.projectId}::uuid, c.id, seq, seq, 'writer', 'TextMessage',
      (SELECT string_agg(
         (ARRAY['invoice', 'the', 'quarterly', 'report', 'customer', 'please', 'review', 'shipping', 'of', 'harbour',
                'numbers', 'and', 'table', 'summary', 'delivery', 'market', 'budget', 'weather', 'plan', 'for'])
           [1 + floor(random() * 20)::int]
         || CASE WHEN random() < 0.3 THEN ' ' ||
           (ARRAY['报告', '客户', '市场', '预算', '计划', '审阅', '季度', '发票', '天气', '交付'])[1 + floor(random() * 10)::int]
           ELSE '' END
         || CASE WHEN random() < 0.4 THEN ' ' || floor(random() * 1000)::int || md5(random()::text)::varchar(4)
           ELSE '' END, ' ')
         || CASE WHEN random() < 0.01 THEN ' turbine 涡轮' ELSE '' END
         || CASE WHEN random() < 0.05 AND c.created_at < now() - ${conversations / 2} * interval '1 minute'
           THEN ' typewriter' ELSE '' END
       FROM generate_series(1, 15) word WHERE seq >= 0 AND c.id IS NOT NULL),
      'bench', 1
    FROM conversation c, generate_series(0, ${messagesEach - 1}::int) seq`;
  await database.$executeRaw`
    UPDATE message SET content = content || ' the zanzibar harbour 琥珀'
    WHERE id = (SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation_id
                ORDER BY c.created_at LIMIT 1)`;
  // Each statement runs outside a transaction, as VACUUM requires.
  await database.$executeRawUnsafe('VACUUM ANALYZE message');
  await database.$executeRawUnsafe('VACUUM ANALYZE conversation');
}

/** Drops the index on messages while they are written; returns the statement that creates it again. */
async function dropIndexes(): Promise<string[]> {
  const made = await world.database.$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes WHERE indexname = 'message_search_grams'`;
  await world.database.$executeRaw`DROP INDEX message_search_grams`;
  return made.map(({ indexdef }) => indexdef);
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
  const before = await processorMs();
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  const after = await processorMs();
  taken.sort((a, b) => a - b);
  const at = (share: number) => rounded(taken[Math.ceil(taken.length * share) - 1] ?? Number.NaN);
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    processorMs: before === null || after === null ? null : rounded((after - before) / rounds),
  };
}

/** Null if the database's processes are not visible: on another machine, or not on Linux. */
async function processorMs(): Promise<number | null> {
  const backends = await world.database.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  const { user, system } = process.cpuUsage();
  try {
    return backends
      .map(({ pid }) => Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
      .reduce((sum, each) => sum + each, (user + system) / 1e3);
  } catch {
    return null;
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
