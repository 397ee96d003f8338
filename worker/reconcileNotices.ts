import { randomUUID } from 'node:crypto';
import { endFailedNotice } from '../activities/people/endFailedNotice.ts';
import { startWorkflow } from '../platform/startWorkflow.ts';
import { noticeWorkflowId } from '../workflows/contracts/names.ts';
import { noticeStart, type StartableNotice } from '../workflows/contracts/noticeStart.ts';
import { goingNoticeStates } from '../workflows/domain/notices/noticeStates.ts';
import type { ReconcilerClients } from './reconciler.ts';
import { workflowStands } from './workflowStands.ts';

const BATCH = 100;
/** A row that has not changed for this long is compared with its workflow. */
const SILENCE_MS = 45_000;

/**
 * Sends what is due: rows are written by whoever has something to tell, and their workflows are started here. Notices that a
 * digest is to tell of are gathered when they are due. One whose workflow is gone, or was ended from outside, is failed: a
 * person may have it sent again. Safe to run in many workers at once.
 */
export async function reconcileNotices(clients: ReconcilerClients, now: Date): Promise<void> {
  await gatherDigests(clients, now);
  await clients.database.notice.updateMany({
    where: { state: 'waiting', isGathered: false, dueAt: { lte: now } },
    data: { state: 'starting', updatedAt: now },
  });
  const { database, temporal, taskQueue } = clients;
  const select = { id: true, projectId: true, run: true };
  const starting = await database.notice.findMany({
    where: { state: 'starting' },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select: { ...select, updatedAt: true },
  });
  for (const { updatedAt, ...row } of starting) {
    const outcome = await startWorkflow(temporal, taskQueue, noticeStart(row));
    const isSilent = now.getTime() - updatedAt.getTime() > SILENCE_MS;
    if (outcome === 'already_started' && isSilent) await compareWithWorkflow(clients, row);
  }
  const silent = await database.notice.findMany({
    where: { state: 'sending', updatedAt: { lt: new Date(now.getTime() - SILENCE_MS) } },
    orderBy: { updatedAt: 'asc' },
    take: BATCH,
    select,
  });
  for (const row of silent) await compareWithWorkflow(clients, row);
}

/**
 * Makes one notice of those that are due for the same person. Each is taken once: of two workers the later one finds nothing left,
 * and a notice that is committed later, with a time that has passed, is for the next digest.
 */
async function gatherDigests({ database }: ReconcilerClients, now: Date): Promise<void> {
  const due = { state: 'waiting', isGathered: true, dueAt: { lte: now } };
  const readers = await database.notice.groupBy({
    by: ['projectId', 'userId'],
    where: { ...due, userId: { not: null } },
    orderBy: { userId: 'asc' },
    take: BATCH,
  });
  for (const { projectId, userId } of readers) {
    await database.$transaction(async (transaction) => {
      const idempotencyKey = `digest:${randomUUID()}`;
      const { id: digestId } = await transaction.notice.create({
        data: { projectId, userId, kind: 'digest', channel: 'email', idempotencyKey },
        select: { id: true },
      });
      const { count } = await transaction.notice.updateMany({
        where: { projectId, userId, ...due },
        data: { state: 'gathered', digestId, updatedAt: now, endedAt: now },
      });
      if (count === 0) await transaction.notice.delete({ where: { id: digestId, projectId } });
    });
  }
}

async function compareWithWorkflow({ database, temporal, logger }: ReconcilerClients, row: StartableNotice) {
  const { id: noticeId, projectId, run } = row;
  if ((await workflowStands(temporal, noticeWorkflowId(noticeId, run))) === 'going') {
    await database.notice.updateMany({
      where: { id: noticeId, projectId, run, state: { in: [...goingNoticeStates] } },
      data: { updatedAt: new Date() },
    });
    return;
  }
  await endFailedNotice(
    database,
    { projectId, noticeId, run },
    { type: 'unexpected_error', message: 'Its workflow was ended from outside.' },
  );
  logger.warn({ noticeId }, 'notice without a running workflow closed');
}
