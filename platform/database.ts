import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../prisma/generated/client.ts';

export type Database = PrismaClient;

/** What runs inside `$transaction`. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

/** A client with a pool of its own; `$disconnect()` it. Connects on first use. */
export function createDatabase(url: string, options: { poolSize: number } = { poolSize: 10 }): Database {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: options.poolSize, connectionTimeoutMillis: 5_000 }),
  });
}
