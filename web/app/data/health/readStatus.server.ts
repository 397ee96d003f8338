import packageJson from '../../../../package.json' with { type: 'json' };
import { listWorkers } from '../../../../platform/deployments/listWorkers.ts';
import { taskQueueBacklog } from '../../../../platform/taskQueueBacklog.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { checkHealth } from './checkHealth.server.ts';
import { readOutside } from './readOutside.server.ts';
import type { StatusView } from './statusView.ts';

const TIMEOUT_MS = 3_000;

/**
 * What is up, what waits, and how old the newest backup is; models and mail by what the project asked of them. Never rejects because
 * of something that is down.
 */
export async function readStatus(scope: ProjectScope, now: Date): Promise<StatusView> {
  const { environment } = services();
  const [health, outside, workers, queue, backups] = await Promise.all([
    checkHealth(now),
    readOutside(scope),
    readWorkers(),
    readQueue(),
    readBackups(now),
  ]);
  return {
    version: packageJson.version,
    commit: environment.COLLOQUY_COMMIT ?? null,
    parts: [
      ...health.flatMap(({ name, ...line }) =>
        name === 'version' || name === 'event loop' ? [] : [{ name, ...line }],
      ),
      ...outside,
    ],
    workers,
    queue,
    backups,
  };
}

/** Null: Temporal does not tell. */
async function readWorkers(): Promise<StatusView['workers']> {
  const { temporal, environment } = services();
  try {
    return await listWorkers(temporal, environment.TASK_QUEUE, TIMEOUT_MS);
  } catch {
    return null;
  }
}

/** Null: Temporal does not tell. */
async function readQueue(): Promise<StatusView['queue']> {
  const { temporal, environment } = services();
  try {
    return await taskQueueBacklog(temporal, environment.TASK_QUEUE, TIMEOUT_MS);
  } catch {
    return null;
  }
}

async function readBackups(now: Date): Promise<StatusView['backups']> {
  const { readBackups: read, logger } = services();
  try {
    const status = await read();
    if (status === null) return { state: 'not_set_up', newest: null, lastDrill: null };
    const { newest, lastDrill } = status;
    return {
      state: newest === null || newest.ageHours > OLD_HOURS ? 'old' : 'ok',
      newest: newest && { ...newest, madeAt: new Date(now.getTime() - newest.ageHours * HOUR_MS) },
      lastDrill: lastDrill && { ...lastDrill, drilledAt: new Date(lastDrill.drilledAt) },
    };
  } catch (error) {
    logger.warn({ err: error }, 'the status of backups could not be read');
    return { state: 'unreadable', newest: null, lastDrill: null };
  }
}

const HOUR_MS = 3_600_000;
/** One a day, and some hours for it to be late. */
const OLD_HOURS = 30;
