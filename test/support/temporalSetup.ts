import { join } from 'node:path';
import type { EmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { startEmbeddedTemporal } from '../../ops/embedded/temporal.ts';
import { findTemporal } from '../../ops/embedded/temporalBinary.ts';
import { endLeftovers, noteProcess, TEST_FOLDER } from './leftovers.ts';

declare global {
  var testTemporalServer: EmbeddedTemporal | undefined;
}

/**
 * Runs before tests that need Temporal: starts one real dev server for the whole run, which tests find through
 * testTemporal.ts.
 */
export default async function temporalSetup(): Promise<void> {
  endLeftovers();
  const binary = await findTemporal(join(TEST_FOLDER, 'bin'), console.log);
  const server = await startEmbeddedTemporal({ binary, logFile: join(TEST_FOLDER, 'temporal.log') });
  noteProcess(server.pid);
  globalThis.testTemporalServer = server;
  process.env['TEST_TEMPORAL_ADDRESS'] = server.address;
}
