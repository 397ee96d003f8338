import { parseArgs } from 'node:util';
import { Prisma } from '../prisma/generated/client.ts';
import { historyConditions } from '../web/app/data/conversations/historyConditions.server.ts';
import { listConversations } from '../web/app/data/conversations/listConversations.server.ts';
import { addConversation, addMessage } from '../web/test/support/conversationRows.ts';
import { openDataWorld, type TestProject } from '../web/test/support/dataWorld.ts';

// What the search of the run history takes with its index and without, and what the index costs a message that is
// written: `npm run bench:search -- [--conversations=100000] [--messages=6]`, on the server of TEST_DATABASE_URL. The last
// line is one line of JSON.
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

/** Rare: in one message of all; none: nowhere; common: in nearly each; the titles' numbers are in one title each. */
const SEARCHES = {
  rare: 'zanzibar',
  rareChinese: '琥珀',
  phrase: 'the zanzibar harbour',
  none: 'xylophone quartet',
  noneChinese: '蝴蝶',
  title: `number ${String(conversations - 7)} of`,
  common: 'invoice',
  commonChinese: '报告',
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
    const indexed = await time(async () => {
      await listConversations(project.scope, filters, null);
    });
    const walked = await time(
      async () => {
        await world.database.$queryRaw(Prisma.sql`
          SELECT c.id FROM conversation c JOIN team_version v ON v.id = c.team_version_id
          WHERE ${historyConditions(project.scope.projectId, filters, null)}
          ORDER BY c.created_at DESC, c.id DESC LIMIT 26`);
      },
      name.startsWith('common') ? ROUNDS : 3,
    );
    const figures = { name, search, indexed, walked };
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

/** Conversations of words in English and Chinese, some 250 characters a message. */
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
           ELSE '' END || ' ' || floor(random() * 1000)::int || md5(random()::text)::varchar(4), ' ')
       FROM generate_series(1, 15) word WHERE seq >= 0 AND c.id IS NOT NULL),
      'bench', 1
    FROM conversation c, generate_series(0, ${messagesEach - 1}::int) seq`;
  await database.$executeRaw`
    UPDATE message SET content = content || ' the zanzibar harbour 琥珀'
    WHERE id = (SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation_id
                ORDER BY c.created_at LIMIT 1)`;
  // Each outside of a transaction, as VACUUM asks.
  await database.$executeRawUnsafe('VACUUM ANALYZE message');
  await database.$executeRawUnsafe('VACUUM ANALYZE conversation');
}

/** Takes the index on messages away while they are filled in; what makes it again. */
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
}

async function time(work: () => Promise<void>, rounds = ROUNDS): Promise<Percentiles> {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((taken[Math.ceil(taken.length * share) - 1] ?? Number.NaN) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}
