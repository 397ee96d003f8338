import type { Database } from '../../../../platform/database.ts';
import { isDatabaseAway } from '../../../../platform/databaseAway.ts';
import { eventLoopInWords } from '../../../../platform/eventLoopDelay.ts';
import type { KnowledgeStore } from '../../../../platform/knowledge/knowledgeStore.ts';
import { execute, sql } from '../../../../platform/sql.ts';
import { versionInWords } from '../../../../platform/version.ts';
import { withTimeout } from '../../../../platform/withTimeout.ts';
import { services } from '../../services.server.ts';
import { checkTemporal } from './checkTemporal.server.ts';
import type { HealthLine, HealthReport } from './healthReport.ts';

/** Checks everything that the web process needs, each for a few seconds at most. */
export async function checkHealth(now: Date): Promise<HealthReport> {
  const { database, knowledge, temporal, environment } = services();
  const [databaseLine, knowledgeLine, { temporalLine, workerLine }] = await Promise.all([
    checkDatabase(database),
    checkKnowledge(knowledge),
    checkTemporal({ temporal, environment, now }),
  ]);
  return [
    databaseLine,
    knowledgeLine,
    temporalLine,
    workerLine,
    { name: 'event loop', state: 'ok', detail: eventLoopInWords() },
    { name: 'version', state: 'ok', detail: versionInWords(environment) },
  ];
}

const TIMEOUT_MS = 3_000;

/** Whether the database answers a query. */
async function checkDatabase(database: Database): Promise<HealthLine> {
  const startedAtMs = performance.now();
  try {
    await withTimeout(execute(database, sql`SELECT 1`), TIMEOUT_MS);
    return { name: 'database', state: 'ok', detail: `${Math.round(performance.now() - startedAtMs)} ms` };
  } catch (error) {
    const detail = isDatabaseAway(error) ? `at ${error.address}: ${error.reason}` : 'it does not answer';
    return { name: 'database', state: 'down', detail };
  }
}

/** Whether the knowledge store answers and has a supported version. */
async function checkKnowledge(knowledge: KnowledgeStore): Promise<HealthLine> {
  try {
    return { name: 'knowledge', state: 'ok', detail: await withTimeout(knowledge.check(), TIMEOUT_MS) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'it does not answer';
    return { name: 'knowledge', state: 'degraded', detail };
  }
}
