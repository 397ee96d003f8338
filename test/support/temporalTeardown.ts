import './temporalSetup.ts';
import { forgetProcess } from './leftovers.ts';

/** Stops the run's Temporal server. */
export default async function temporalTeardown(): Promise<void> {
  const server = globalThis.testTemporalServer;
  if (server === undefined) return;
  await server.stop();
  forgetProcess(server.pid);
}
