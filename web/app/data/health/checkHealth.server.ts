import { eventLoopInWords } from '../../../../platform/eventLoopDelay.ts';
import { services } from '../../services.server.ts';
import { checkDatabase } from './checkDatabase.server.ts';
import { checkTemporal } from './checkTemporal.server.ts';
import type { HealthReport } from './healthReport.ts';

/** Asks everything that the web process needs, each for a few seconds at most. */
export async function checkHealth(now: Date): Promise<HealthReport> {
  const { database, temporal, environment } = services();
  const [databaseLine, { temporalLine, workerLine }] = await Promise.all([
    checkDatabase(database),
    checkTemporal({ temporal, environment, now }),
  ]);
  return [
    databaseLine,
    temporalLine,
    workerLine,
    { name: 'event loop', state: 'ok', detail: eventLoopInWords() },
  ];
}
