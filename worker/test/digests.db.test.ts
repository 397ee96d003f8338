import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import { openStage, type Stage } from '../../activities/test/stage.ts';
import { createLogger } from '../../platform/logger.ts';
import { reconcileNotices } from '../reconcileNotices.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A Temporal server that takes whatever is started. */
const temporal = { workflow: { start: () => Promise.resolve() } } as unknown as Client;

const round = (now: Date) =>
  reconcileNotices(
    {
      database: stage.database,
      temporal,
      taskQueue: 'test',
      logger: createLogger({ process: 'test', level: 'silent' }),
    },
    now,
  );

async function reader(): Promise<string> {
  const userId = randomUUID();
  await stage.database.user.create({ data: { id: userId, name: 'Ada', email: `${userId}@example.test` } });
  return userId;
}

const waiting = (userId: string, dueAt: Date) =>
  stage.database.notice.create({
    data: {
      projectId: stage.projectId,
      userId,
      kind: 'task_opened',
      channel: 'email',
      state: 'waiting',
      isGathered: true,
      dueAt,
      idempotencyKey: randomUUID(),
    },
  });

const digestsOf = (userId: string) =>
  stage.database.notice.findMany({
    where: { userId, kind: 'digest' },
    orderBy: { createdAt: 'asc' },
    include: { gathered: { select: { id: true } } },
  });

it('a notice that is committed after the digest of its time went out is told of by another digest', async () => {
  const userId = await reader();
  const dueAt = new Date(Date.now() - 1_000);
  const first = await waiting(userId, dueAt);
  await round(new Date());
  const [sent] = await digestsOf(userId);
  await stage.database.notice.update({ where: { id: sent?.id ?? '' }, data: { state: 'sent' } });
  const late = await waiting(userId, dueAt);
  await round(new Date());
  expect(await digestsOf(userId)).toMatchObject([
    { state: 'sent', gathered: [{ id: first.id }] },
    { state: 'starting', gathered: [{ id: late.id }] },
  ]);
});

it('workers that gather at the same time make one digest of what is due, and none of nothing', async () => {
  const userId = await reader();
  const dueAt = new Date(Date.now() - 1_000);
  const due = [await waiting(userId, dueAt), await waiting(userId, dueAt)];
  await waiting(userId, new Date(Date.now() + 3_600_000));
  await Promise.all([round(new Date()), round(new Date()), round(new Date())]);
  await round(new Date());
  const digests = await digestsOf(userId);
  expect(digests.map(({ gathered }) => new Set(gathered.map(({ id }) => id)))).toEqual([
    new Set(due.map(({ id }) => id)),
  ]);
});
