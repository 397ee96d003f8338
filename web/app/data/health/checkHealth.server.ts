import type { Database } from '../../../../platform/database.ts';
import { isDatabaseAway } from '../../../../platform/databaseAway.ts';
import { eventLoopInWords } from '../../../../platform/eventLoopDelay.ts';
import { withTimeout } from '../../../../platform/withTimeout.ts';
import { services } from '../../services.server.ts';
import { checkTemporal } from './checkTemporal.server.ts';
import type { HealthLine, HealthReport } from './healthReport.ts';

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

const TIMEOUT_MS = 3_000;

/** Whether the database answers a query. */
async function checkDatabase(database: Database): Promise<HealthLine> {
  const startedAtMs = performance.now();
  try {
    await withTimeout(database.$queryRaw`SELECT 1`, TIMEOUT_MS);
    return { name: 'database', state: 'ok', detail: `${Math.round(performance.now() - startedAtMs)} ms` };
  } catch (error) {
    const detail = isDatabaseAway(error) ? `at ${error.address}: ${error.reason}` : 'it does not answer';
    return { name: 'database', state: 'down', detail };
  }
}
