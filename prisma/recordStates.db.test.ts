import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../test/support/testDatabase.ts';
import { importItemStates, importStates } from '../workflows/domain/knowledge/importStates.ts';
import {
  memoryActions,
  memoryEntryKinds,
  memoryEntryStates,
  memoryRunStates,
} from '../workflows/domain/memory/entry.ts';
import {
  deliveryStates,
  mailPaces,
  noticeChannels,
  noticeKinds,
  noticeStates,
  notifierKinds,
} from '../workflows/domain/notices/noticeStates.ts';
import {
  conversationStates,
  embeddingPurposes,
  endStates,
  knowledgeSearchStates,
  messageStatuses,
  modelCallStates,
  taskStates,
  toolCallStates,
  wakeUpSources,
  wakeUpStates,
} from '../workflows/domain/recordStates.ts';
import {
  carryOverKinds,
  outsideChanges,
  overlapPolicies,
  pauseCauses,
  runKinds,
  runRefusals,
  scheduledRunStates,
} from '../workflows/domain/schedules/states.ts';
import { endings } from '../workflows/domain/transcript/ending.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

/** The values that the check constraint of a column lets in. */
async function allowedIn(table: string, column: string): Promise<string[]> {
  const { rows } = await client.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
     WHERE c.contype = 'c' AND c.conrelid = $1::regclass AND a.attname = $2`,
    [table, column],
  );
  return rows.flatMap(({ definition }) =>
    [...definition.matchAll(/'([^']*)'/g)].map(([, value = '']) => value),
  );
}

it.each([
  ['conversation', 'state', conversationStates],
  ['conversation_run', 'state', endStates],
  ['human_task', 'state', taskStates],
  ['knowledge_import', 'state', importStates],
  ['knowledge_import_item', 'state', importItemStates],
  ['knowledge_search', 'state', knowledgeSearchStates],
  ['memory_change', 'action', memoryActions],
  ['memory_entry', 'kind', memoryEntryKinds],
  ['memory_entry', 'state', memoryEntryStates],
  ['memory_run', 'state', memoryRunStates],
  ['message', 'status', messageStatuses],
  ['message', 'ending', endings],
  ['model_call', 'state', modelCallStates],
  ['notice', 'kind', noticeKinds],
  ['notice', 'channel', noticeChannels],
  ['notice', 'state', noticeStates],
  ['notice_delivery', 'notifier', notifierKinds],
  ['notice_delivery', 'state', deliveryStates],
  ['notice_preference', 'mail_pace', mailPaces],
  ['tool_call', 'state', toolCallStates],
  ['wake_up', 'source', wakeUpSources],
  ['wake_up', 'state', wakeUpStates],
  ['embedding_call', 'state', modelCallStates],
  ['embedding_call', 'purpose', embeddingPurposes],
  ['schedule', 'carry_over', carryOverKinds],
  ['schedule', 'outside_change', outsideChanges],
  ['schedule_revision', 'overlap', overlapPolicies],
  ['schedule_backfill', 'overlap', overlapPolicies],
  ['schedule_pause', 'cause', pauseCauses],
  ['scheduled_run', 'kind', runKinds],
  ['scheduled_run', 'state', scheduledRunStates],
  ['scheduled_run', 'refusal', runRefusals],
] as const)('the database lets into %s.%s what the domain lists', async (table, column, listed) => {
  expect((await allowedIn(table, column)).sort()).toEqual([...listed].sort());
});
