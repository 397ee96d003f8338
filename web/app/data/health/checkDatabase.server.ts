import type { Database } from '../../../../platform/database.ts';
import { isDatabaseAway } from '../../../../platform/databaseAway.ts';
import { withTimeout } from '../../../../platform/withTimeout.ts';
import type { HealthLine } from './healthReport.ts';

const TIMEOUT_MS = 3_000;

/** Whether the database answers a query. */
export async function checkDatabase(database: Database): Promise<HealthLine> {
  const startedAtMs = performance.now();
  try {
    await withTimeout(database.$queryRaw`SELECT 1`, TIMEOUT_MS);
    return { name: 'database', state: 'ok', detail: `${Math.round(performance.now() - startedAtMs)} ms` };
  } catch (error) {
    const detail = isDatabaseAway(error) ? `at ${error.address}: ${error.reason}` : 'it does not answer';
    return { name: 'database', state: 'down', detail };
  }
}
