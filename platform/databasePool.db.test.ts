import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openTestDatabase, type TestDatabase } from '../test/support/testDatabase.ts';
import { createDatabase, type Database } from './database.ts';
import { DatabaseAwayError } from './databaseAway.ts';
import { addressOf, createPool } from './databasePool.ts';
import { withoutValues } from './withoutValues.ts';

/** What a statement fails with; fails where it does not. */
async function failureOf(statement: Promise<unknown>): Promise<unknown> {
  return statement.then(
    () => {
      throw new Error('It was carried out');
    },
    (error: unknown) => error,
  );
}

/** Each way in which the product asks the database. */
const asked: [string, (database: Database) => Promise<unknown>][] = [
  ['a query', (database) => database.user.findMany()],
  ['a raw query', (database) => database.$queryRaw`SELECT 1`],
  ['a raw statement', (database) => database.$executeRaw`SELECT 1`],
  ['a batch', (database) => database.$transaction([database.user.findMany()])],
  ['a transaction', (database) => database.$transaction((transaction) => transaction.user.findMany())],
];

describe('where no database is', () => {
  const url = 'postgresql://somebody:a-secret@127.0.0.1:9/colloquy';

  it.each(asked)('%s says where it should be, and nothing of who asks', async (_what, ask) => {
    const database = createDatabase(url, { poolSize: 2 });
    const failure = await failureOf(ask(database));
    await database.$disconnect();
    expect(failure).toBeInstanceOf(DatabaseAwayError);
    expect(failure).toMatchObject({
      address: '127.0.0.1:9/colloquy',
      reason: 'ECONNREFUSED',
      message: 'The database at 127.0.0.1:9/colloquy cannot be reached: ECONNREFUSED',
    });
    expect(JSON.stringify(failure)).not.toMatch(/somebody|a-secret/);
  });

  it('a pool’s own query says so too, as a promise and with a callback', async () => {
    const pool = createPool(url, { poolSize: 2 });
    expect(await failureOf(pool.query('SELECT 1'))).toBeInstanceOf(DatabaseAwayError);
    expect(await failureOf(pool.connect())).toBeInstanceOf(DatabaseAwayError);
    expect(await new Promise((resolve) => pool.query('SELECT 1', resolve))).toBeInstanceOf(DatabaseAwayError);
    await pool.end();
  });
});

describe('a server that is none', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  let answer: (socket: Socket) => void = () => undefined;

  beforeAll(async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      answer(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['never says a word', () => undefined],
  ])('that %s cannot be reached', async (_what, behaviour) => {
    answer = behaviour;
    const { port } = server.address() as AddressInfo;
    const database = createDatabase(`postgresql://u@127.0.0.1:${String(port)}/x`, { poolSize: 1 });
    const failures = await Promise.all(asked.slice(0, 2).map(([, ask]) => failureOf(ask(database))));
    await database.$disconnect();
    for (const failure of failures) expect(failure).toBeInstanceOf(DatabaseAwayError);
  });
});

describe('a database that is there', () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await openTestDatabase();
    database = createDatabase(server.url, { poolSize: 4 });
  });
  afterAll(async () => {
    await database.$disconnect();
    await server.close();
  });

  it('keeps the errors of statements, whatever their words are', async () => {
    const failures = [
      await failureOf(database.$queryRawUnsafe('SELECT nothing FROM nowhere')),
      await failureOf(database.$executeRawUnsafe(`DO $$ BEGIN RAISE 'connect ECONNREFUSED'; END $$`)),
      await failureOf(database.project.create({ data: { slug: 'x', name: 'x', id: 'no uuid' } })),
    ];
    for (const failure of failures) expect(failure).not.toBeInstanceOf(DatabaseAwayError);
  });

  it('keeps what people throw inside of a transaction', async () => {
    const own = new Error('Connection terminated');
    expect(await failureOf(database.$transaction(() => Promise.reject(own)))).toBe(own);
  });

  it('is away where it ends the connection under a statement, and there again for the next', async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined) return;
    const killing = database.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    expect(await failureOf(killing)).toBeInstanceOf(DatabaseAwayError);
    const killed = database.$transaction(async (transaction) => {
      const [{ pid } = { pid: 0 }] = await transaction.$queryRaw<
        { pid: number }[]
      >`SELECT pg_backend_pid() AS pid`;
      await database.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`;
      for (;;) await transaction.$queryRaw`SELECT 1`;
    });
    expect(await failureOf(killed)).toBeInstanceOf(DatabaseAwayError);
    expect(await database.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it('says that nobody is let in without naming whom', async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined) return;
    const pool = createPool(server.url.replace('postgres@', 'not_a_role@'), { poolSize: 1 });
    const failure = await failureOf(pool.query('SELECT 1'));
    await pool.end();
    expect(failure).toMatchObject({ reason: 'it refused the login (28000)' });
  });

  it('the values of a statement stay out of what is kept of its failure', async () => {
    const pool = createPool(server.url, { poolSize: 1 });
    const failures = [
      await failureOf(pool.query(`SELECT 'a secret value'::int`)),
      await failureOf(database.$queryRawUnsafe(`SELECT 'a secret value'::int`)),
    ];
    await pool.end();
    for (const failure of failures) {
      const kept = withoutValues(failure);
      expect(`${String(kept)} ${JSON.stringify(kept)}`).not.toContain('a secret value');
      expect((kept as Error).message).toMatch(/22P02|P2010/);
    }
    const other = new Error('stays');
    expect(withoutValues(other)).toBe(other);
  });
});

it.each([
  ['postgresql://u:p@db.example.org/colloquy', 'db.example.org:5432/colloquy'],
  ['postgresql://u:p@[::1]:6000/colloquy?sslmode=disable', '[::1]:6000/colloquy'],
])('%s is told as %s', (url, address) => {
  expect(addressOf(url)).toBe(address);
});

it('a client that was ended by us is no database that is away', async () => {
  const pool = createPool('postgresql://u@127.0.0.1:9/x', { poolSize: 1 });
  await pool.end();
  expect(await failureOf(pool.connect())).not.toBeInstanceOf(DatabaseAwayError);
  expect(pool).toBeInstanceOf(pg.Pool);
});
