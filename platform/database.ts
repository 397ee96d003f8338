import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../prisma/generated/client.ts';
import { createPool } from './databasePool.ts';

export type Database = PrismaClient;

/** What runs inside `$transaction`. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** Longer than a pool's wait for a connection: who starts a transaction hears from the pool why there is none. */
const TRANSACTION_WAIT_MS = 10_000;

/** A client with a pool of its own; `$disconnect()` it. Connects on first use. */
export function createDatabase(url: string, options: { poolSize: number } = { poolSize: 10 }): Database {
  return new PrismaClient({
    adapter: new PrismaPg(createPool(url, options), { disposeExternalPool: true }),
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS },
  });
}
