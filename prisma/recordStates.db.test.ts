import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../test/support/testDatabase.ts';
import {
  conversationStates,
  endStates,
  messageStatuses,
  modelCallStates,
  taskStates,
  toolCallStates,
} from '../workflows/domain/recordStates.ts';
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
  ['message', 'status', messageStatuses],
  ['message', 'ending', endings],
  ['model_call', 'state', modelCallStates],
  ['tool_call', 'state', toolCallStates],
] as const)('the database lets into %s.%s what the domain lists', async (table, column, listed) => {
  expect((await allowedIn(table, column)).sort()).toEqual([...listed].sort());
});
