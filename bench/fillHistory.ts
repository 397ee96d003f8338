import type { Database } from '../platform/database.ts';

export interface HistoryRows {
  projectId: string;
  teamVersionId: string;
  conversations: number;
  /** Messages of each conversation, about 250 characters long. */
  messagesEach: number;
}

const FILL_AT_ONCE = 5_000;

/**
 * Writes conversations with words in English and Chinese, one a minute before now. Without the index of the search while
 * it writes: put it back with what it returns.
 *
 * Words by how often they occur: `invoice` in every second message, `turbine` in one of a hundred, `typewriter` in one of
 * twenty of the older half, `zanzibar` in one. The number in a title occurs in that title alone.
 */
export async function fillHistory(
  database: Database,
  { projectId, teamVersionId, conversations, messagesEach }: HistoryRows,
): Promise<{ indexes: string[] }> {
  const indexes = await dropSearchIndex(database);
  for (let from = 0; from < conversations; from += FILL_AT_ONCE) {
    const to = Math.min(from + FILL_AT_ONCE, conversations) - 1;
    await database.$executeRaw`
      INSERT INTO conversation (id, project_id, team_version_id, title, state, idempotency_key, created_at)
      SELECT gen_random_uuid(), ${projectId}::uuid, ${teamVersionId}::uuid,
             'Conversation number ' || i || ' of many 对话', 'finished', 'bench-' || i, now() - i * interval '1 minute'
      FROM generate_series(${from}::int, ${to}::int) i`;
  }
  await database.$executeRaw`
    INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, written_by, revision)
    SELECT gen_random_uuid(), ${projectId}::uuid, c.id, seq, seq, 'writer', 'TextMessage',
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
  await vacuum(database);
  return { indexes };
}

/** Each statement outside a transaction, as VACUUM requires. */
export async function vacuum(database: Database): Promise<void> {
  await database.$executeRawUnsafe('VACUUM ANALYZE message');
  await database.$executeRawUnsafe('VACUUM ANALYZE conversation');
}

/** Returns the statements that create it again. */
export async function dropSearchIndex(database: Database): Promise<string[]> {
  const made = await database.$queryRaw<{ indexdef: string }[]>`
    SELECT indexdef FROM pg_indexes WHERE indexname = 'message_search_grams'`;
  await database.$executeRaw`DROP INDEX message_search_grams`;
  return made.map(({ indexdef }) => indexdef);
}
