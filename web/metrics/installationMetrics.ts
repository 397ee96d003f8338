import type { Client } from '@temporalio/client';
import { Gauge, type Registry } from 'prom-client';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { taskQueueBacklog } from '../../platform/taskQueueBacklog.ts';
import { withTimeout } from '../../platform/withTimeout.ts';

export interface InstallationMetricsParts {
  registry: Registry;
  database: Pick<Database, '$pool'>;
  temporal: Client;
  taskQueue: string;
  /** Milliseconds, from any fixed point. */
  now: () => number;
}

/** What was read is used again for so long: several may ask, and each reading costs two statements. */
const FRESH_MS = 10_000;
const TIMEOUT_MS = 5_000;

const counts = z.array(z.object({ label: z.string(), count: z.int() }));
const row = z.object({
  conversations: counts,
  tasksOpen: counts,
  tasksOverdue: z.int(),
  noticesWaiting: counts,
  startingSeconds: z.number(),
});

/**
 * Measures what is the installation's, not a process's: conversations and human tasks by state, what waits in the task
 * queue. Every web process tells the same, so a query takes the largest. It is read when Prometheus asks. What can't be
 * read has no value, and `colloquy_readable` says so.
 */
export function measureInstallation(parts: InstallationMetricsParts): void {
  // The registry asks all metrics at once; the first to be asked reads for all.
  let readAtMs = -Infinity;
  let reading = Promise.resolve();
  const refresh = (): Promise<void> => {
    if (parts.now() - readAtMs > FRESH_MS) {
      readAtMs = parts.now();
      reading = readAll();
    }
    return reading;
  };
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [parts.registry], collect: refresh });
  const conversations = gauge('colloquy_conversations', 'Conversations that have not ended, by state.', [
    'state',
  ]);
  const tasksOpen = gauge('colloquy_human_tasks_open', 'Human tasks that wait for an answer, by kind.', [
    'kind',
  ]);
  const overdue = gauge('colloquy_human_tasks_overdue', 'Those of them whose deadline has passed.', []);
  const notices = gauge(
    'colloquy_notices',
    'Notices that are on their way, or have failed today, by state.',
    ['state'],
  );
  const starting = gauge(
    'colloquy_oldest_start_seconds',
    'How long the oldest conversation has been waiting for its workflow to start.',
    [],
  );
  const backlog = gauge('colloquy_task_queue_backlog', "Tasks that wait in Temporal's task queue.", ['side']);
  const backlogAge = gauge('colloquy_task_queue_backlog_age_seconds', 'How old the oldest of them is.', [
    'side',
  ]);
  const pollers = gauge('colloquy_task_queue_pollers', 'Workers that ask for tasks.', ['side']);

  const readRows = async () => {
    const [read] = await withTimeout(queryRows(parts.database, installationRows, row), TIMEOUT_MS);
    if (read === undefined) return;
    for (const { label, count } of read.conversations) conversations.set({ state: label }, count);
    for (const { label, count } of read.tasksOpen) tasksOpen.set({ kind: label }, count);
    for (const { label, count } of read.noticesWaiting) notices.set({ state: label }, count);
    overdue.set(read.tasksOverdue);
    starting.set(read.startingSeconds);
  };
  const readQueue = async () => {
    const sides = await taskQueueBacklog(parts.temporal, parts.taskQueue, TIMEOUT_MS);
    for (const [side, read] of Object.entries(sides)) {
      backlog.set({ side }, read.tasks);
      backlogAge.set({ side }, read.ageSeconds);
      pollers.set({ side }, read.pollers);
    }
  };
  const readable = gauge(
    'colloquy_readable',
    'Whether the figures of the installation could be read: 1 or 0, by what they are read from.',
    ['source'],
  );
  const isRead = (read: () => Promise<void>) =>
    read().then(
      () => 1,
      () => 0,
    );
  async function readAll(): Promise<void> {
    for (const each of [conversations, tasksOpen, notices, backlog, backlogAge, pollers]) each.reset();
    for (const each of [overdue, starting]) each.remove();
    const [database, temporal] = await Promise.all([isRead(readRows), isRead(readQueue)]);
    readable.set({ source: 'database' }, database);
    readable.set({ source: 'temporal' }, temporal);
  }
}

const installationRows = sql`
  SELECT
    coalesce((SELECT json_agg(each) FROM (
      SELECT state AS label, count(*)::int AS count FROM conversation
      WHERE state IN ('starting', 'running', 'waiting', 'parked', 'paused', 'sleeping') GROUP BY state) each), '[]') AS conversations,
    coalesce((SELECT json_agg(each) FROM (
      SELECT kind AS label, count(*)::int AS count FROM human_task WHERE state = 'open' GROUP BY kind) each), '[]') AS "tasksOpen",
    (SELECT count(*)::int FROM human_task WHERE state = 'open' AND deadline_at < now()) AS "tasksOverdue",
    coalesce((SELECT json_agg(each) FROM (
      SELECT state AS label, count(*)::int AS count FROM notice
      WHERE state IN ('starting', 'sending') OR (state = 'failed' AND created_at > now() - interval '1 day')
      GROUP BY state) each), '[]') AS "noticesWaiting",
    coalesce((SELECT extract(epoch FROM now() - min(updated_at)) FROM conversation WHERE state = 'starting'), 0)::float8
      AS "startingSeconds"`;
