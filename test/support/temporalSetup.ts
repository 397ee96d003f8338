import { join } from 'node:path';
import type { Service } from '../../ops/embedded/service.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { requireTemporalPrograms } from '../../ops/temporalOnPostgres/programs.ts';
import { startTemporaryTemporal } from '../../ops/temporalOnPostgres/temporaryTemporal.ts';
import { endLeftovers, noteProcess, TEST_FOLDER } from './leftovers.ts';

declare global {
  var testTemporalServer: Service | undefined;
}

/**
 * Runs before tests that need Temporal: starts one real server for the whole run, which tests find through
 * testTemporal.ts. It is the dev server, or with TEST_TEMPORAL=postgresql the one that people deploy, on the PostgreSQL
 * server of TEST_DATABASE_URL.
 */
export default async function temporalSetup(): Promise<void> {
  endLeftovers();
  const server = await startServer(join(TEST_FOLDER, 'temporal.log'));
  noteProcess(server.pid);
  globalThis.testTemporalServer = server;
  process.env['TEST_TEMPORAL_ADDRESS'] = server.address;
}

async function startServer(logFile: string): Promise<Service & { address: string }> {
  if (process.env['TEST_TEMPORAL'] !== 'postgresql') {
    const binary = await findTemporal(join(TEST_FOLDER, 'bin'), console.log);
    return startEmbeddedTemporal({ binary, logFile });
  }
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (!serverUrl) throw new Error('TEST_TEMPORAL=postgresql needs TEST_DATABASE_URL.');
  return startTemporaryTemporal({
    programs: requireTemporalPrograms(),
    ...{ serverUrl, folder: TEST_FOLDER, logFile },
  });
}
