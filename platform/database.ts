import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from '../prisma/generated/client.ts';
import { createPool } from './databasePool.ts';

/** Prisma's client, with the pool that it shares with statements of our own (sql.ts). */
export type Database = PrismaClient & { readonly $pool: Pool };

/** What runs inside `$transaction`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Longer than a pool's wait for a connection, so that a failing transaction gets the pool's error. */
const TRANSACTION_WAIT_MS = 10_000;

/** A client with its own pool; call `$disconnect()` once. Connects on first use. */
export function createDatabase(url: string, options: { poolSize: number } = { poolSize: 10 }): Database {
  const $pool = createPool(url, options);
  const client = new PrismaClient({
    adapter: new PrismaPg($pool),
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS },
  });
  const disconnect = client.$disconnect.bind(client);
  const $disconnect = async () => {
    await disconnect();
    await $pool.end();
  };
  return Object.assign(client, { $pool, $disconnect });
}
