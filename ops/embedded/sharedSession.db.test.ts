import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { TestDatabase } from '../../test/support/testDatabase.ts';
import { openTestDatabase } from '../../test/support/testDatabase.ts';

// What any PostgreSQL does for its clients, the embedded one has to do as well, although they all share its single
// session.

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(async () => {
  await database.close();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  // In a test that cuts a connection, the server may close it before the client does.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

test('many concurrent clients each get the answers to their own queries', async () => {
  const clients = await Promise.all(Array.from({ length: 12 }, connect));
  const ask = async (client: pg.Client, me: number): Promise<void> => {
    for (let round = 0; round < 30; round += 1) {
      // As many forms of statement as there are clients, with different numbers of parameters.
      const columns = Array.from({ length: me + 1 }, (_, index) => `$${index + 1}::text AS c${index}`);
      const values = columns.map((_, index) => `${me}:${round}:${index}`);
      const { rows } = await client.query<Record<string, string>>(`SELECT ${columns.join(', ')}`, values);
      expect(Object.values(rows[0] ?? {})).toEqual(values);
    }
  };
  await Promise.all(clients.map(ask));
  await Promise.all(clients.map((client) => client.end()));
});

test("no client's statements get into another client's transaction, not even into a failed one", async () => {
  const [first, second] = [await connect(), await connect()];
  await first.query('CREATE TABLE IF NOT EXISTS note (text text)');
  await first.query('BEGIN');
  await first.query('INSERT INTO note VALUES ($1)', ['of the transaction']);
  const outside = second.query('INSERT INTO note VALUES ($1)', ['of the other']);
  await expect(first.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await first.query('ROLLBACK');
  await outside;
  const { rows } = await first.query('SELECT text FROM note');
  expect(rows).toEqual([{ text: 'of the other' }]);
  await first.end();
  await second.end();
});

test('a client that meets a unique violation finds the conflicting row', async () => {
  const clients = await Promise.all(Array.from({ length: 4 }, connect));
  await clients[0]?.query('CREATE TABLE once (id serial, key text UNIQUE)');
  const insertOrFind = async (client: pg.Client, key: string): Promise<unknown> => {
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ id: number }>('INSERT INTO once (key) VALUES ($1) RETURNING id', [
        key,
      ]);
      await client.query('COMMIT');
      return rows[0]?.id;
    } catch {
      await client.query('ROLLBACK');
      const { rows } = await client.query<{ id: number }>('SELECT id FROM once WHERE key = $1', [key]);
      return rows[0]?.id;
    }
  };
  for (const key of ['first', 'second', 'third']) {
    const ids = await Promise.all(clients.map((client) => insertOrFind(client, key)));
    expect(ids).toEqual(Array.from({ length: 4 }, () => ids[0]));
    expect(ids[0]).toEqual(expect.any(Number));
  }
  await Promise.all(clients.map((client) => client.end()));
});

test('a client that disappears in the middle of a transaction blocks nobody and leaves nothing behind', async () => {
  const [first, second] = [await connect(), await connect()];
  await first.query('CREATE TABLE IF NOT EXISTS gone (text text)');
  await first.query('BEGIN');
  await first.query('INSERT INTO gone VALUES ($1)', ['half']);
  (first as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  const { rows } = await second.query('SELECT count(*)::int AS count FROM gone');
  expect(rows).toEqual([{ count: 0 }]);
  await second.end();
});

test('a failing statement is an error only for its own client', async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, connect));
  const outcomes = await Promise.all(
    clients.map((client, index) =>
      client
        .query(index % 2 === 0 ? 'SELECT $1::int AS one' : 'SELECT $1::int AS one FROM nowhere', [1])
        .then(
          ({ rows }) => rows as unknown,
          (error: unknown) => String(error),
        ),
    ),
  );
  expect(outcomes).toEqual(
    clients.map((_, index) => (index % 2 === 0 ? [{ one: 1 }] : 'error: relation "nowhere" does not exist')),
  );
  await Promise.all(clients.map((client) => client.end()));
});
