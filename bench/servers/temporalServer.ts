import { join } from 'node:path';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { type BenchTemporal, startTemporalOnPostgres } from './temporalOnPostgres.ts';

/** The server on which the turns are taken. */
export type TemporalKind = 'dev_server' | 'postgresql';

/** Starts a Temporal server: the dev server of `npm start`, or one that uses the PostgreSQL server at `databaseUrl`. */
export async function startTemporal(
  kind: TemporalKind,
  { folder, databaseUrl }: { folder: string; databaseUrl: string | undefined },
): Promise<BenchTemporal> {
  if (kind === 'postgresql') {
    if (!databaseUrl)
      throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for Temporal to keep its data on.');
    return startTemporalOnPostgres({ folder, databaseUrl });
  }
  return startEmbeddedTemporal({
    binary: await findTemporal(join(folder, 'bin'), console.error),
    databaseFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  });
}
