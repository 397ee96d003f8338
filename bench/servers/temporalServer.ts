import { join } from 'node:path';
import type { Service } from '../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { requireTemporalPrograms } from '../../ops/temporalOnPostgres/programs.ts';
import { startTemporaryTemporal } from '../../ops/temporalOnPostgres/temporaryTemporal.ts';

/** The server on which the turns are taken. */
export type TemporalKind = 'dev_server' | 'postgresql';

/** Starts a Temporal server: the dev server of `npm start`, or one that uses the PostgreSQL server at `databaseUrl`. */
export async function startTemporal(
  kind: TemporalKind,
  { folder, databaseUrl }: { folder: string; databaseUrl: string | undefined },
): Promise<Service & { address: string }> {
  if (kind === 'postgresql') {
    if (!databaseUrl)
      throw new Error('Set TEST_DATABASE_URL to a PostgreSQL server for Temporal to keep its data on.');
    return startTemporaryTemporal({
      programs: requireTemporalPrograms(),
      serverUrl: databaseUrl,
      folder,
      logFile: join(folder, 'temporal.log'),
    });
  }
  return startEmbeddedTemporal({
    binary: await findTemporal(join(folder, 'bin'), console.error),
    databaseFile: join(folder, 'temporal.db'),
    logFile: join(folder, 'temporal.log'),
  });
}
