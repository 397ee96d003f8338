import type { Transaction } from '../../platform/database.ts';
import {
  FLOOD_MS,
  floodDigestAtMs,
  MOST_AT_ONCE,
  nextDigestAtMs,
} from '../../workflows/domain/notices/digestTime.ts';
import {
  DEFAULT_PACE,
  mailPaces,
  openNoticeStates,
  type TaskNoticeKind,
} from '../../workflows/domain/notices/noticeStates.ts';
import { oneOf } from '../../workflows/domain/recordStates.ts';
import { isAmong } from '../../workflows/domain/tasks/asking.ts';

/** Something to tell about a task. */
export interface TaskNews {
  kind: TaskNoticeKind;
  /** Makes it differ from others of its kind: which reminder it is. */
  ordinal: number;
  /** Not before; null: now. */
  dueAt: Date | null;
  /** E-mail addresses of the members who are told; null: all of them. Where none is a member, the owners are told. */
  people: readonly string[] | null;
}

interface TaskKey {
  projectId: string;
  taskId: string;
}

/**
 * Writes the notices that tell of a task: a mail for each person who wants one, now, at its time or in their next digest, and a
 * message for each of the project's webhooks. Written again, they are there once. Whoever sends them finds the rows.
 */
export async function writeTaskNotices(
  transaction: Transaction,
  { projectId, taskId }: TaskKey,
  news: readonly TaskNews[],
  now: Date,
): Promise<void> {
  const webhooks = await transaction.noticeWebhook.findMany({ where: { projectId }, select: { id: true } });
  const readers = await findReaders(transaction, projectId, news, now);
  const data = news.flatMap((each) => {
    const { kind, ordinal, dueAt } = each;
    const key = `${kind}:${taskId}:${String(ordinal)}`;
    const timed = dueAt === null ? { state: 'starting', dueAt: null } : { state: 'waiting', dueAt };
    const common = { projectId, taskId, kind };
    const toPeople = readers(each).map(({ userId, gatheredAtMs }) => ({
      ...common,
      ...(gatheredAtMs === null
        ? timed
        : { state: 'waiting', isGathered: true, dueAt: new Date(gatheredAtMs) }),
      channel: 'email',
      userId,
      idempotencyKey: `${key}:${userId}`,
    }));
    const toPrograms = webhooks.map(({ id: webhookId }) => ({
      ...common,
      ...timed,
      channel: 'webhook',
      webhookId,
      idempotencyKey: `${key}:${webhookId}`,
    }));
    return [...toPeople, ...toPrograms];
  });
  await transaction.notice.createMany({ data, skipDuplicates: true });
}

/**
 * What has not gone out about a task that is open again is to go out after all: that it was opened, and those reminders and
 * escalations whose time has not come yet.
 */
export async function reviveTaskNotices(
  transaction: Transaction,
  { projectId, taskId }: TaskKey,
  now: Date,
): Promise<void> {
  const here = { projectId, taskId };
  const again = { updatedAt: now, endedAt: null };
  await transaction.notice.updateMany({
    where: {
      ...here,
      AND: [
        { OR: [{ state: 'withdrawn' }, { state: 'gathered', digest: { state: 'withdrawn' } }] },
        { OR: [{ dueAt: { gt: now } }, { kind: 'task_opened', isGathered: true }] },
      ],
    },
    data: { ...again, state: 'waiting', digestId: null },
  });
  await transaction.notice.updateMany({
    where: { ...here, kind: 'task_opened', state: 'withdrawn', dueAt: null },
    data: { ...again, state: 'starting', run: { increment: 1 } },
  });
}

/** A person who is told, with the time of the digest that tells them; null: it is a mail of its own. */
interface Reader {
  userId: string;
  gatheredAtMs: number | null;
}

/** Reads whom there is to tell, and returns who is told of each piece of news. These are to be asked for in their order. */
async function findReaders(
  transaction: Transaction,
  projectId: string,
  news: readonly TaskNews[],
  now: Date,
): Promise<(news: TaskNews) => Reader[]> {
  const members = await transaction.membership.findMany({
    where: { projectId },
    select: { userId: true, role: true, user: { select: { email: true } } },
  });
  const userIds = [...new Set(news.flatMap(({ people }) => toldAmong(members, people)))];
  const chosen = await transaction.noticePreference.findMany({
    where: { projectId, userId: { in: userIds } },
  });
  const recent = await transaction.notice.groupBy({
    by: ['userId'],
    where: {
      projectId,
      userId: { in: userIds },
      isGathered: false,
      kind: { not: 'digest' },
      createdAt: { gt: new Date(now.getTime() - FLOOD_MS) },
      OR: [{ dueAt: null }, { state: { notIn: [...openNoticeStates] } }],
    },
    _count: true,
  });
  const mails = new Map(recent.map(({ userId, _count }) => [userId, _count]));
  return ({ people, dueAt }) => {
    const atMs = Math.max(now.getTime(), dueAt?.getTime() ?? 0);
    return toldAmong(members, people).flatMap((userId): Reader[] => {
      const preference = chosen.find((each) => each.userId === userId);
      const pace = preference === undefined ? DEFAULT_PACE : oneOf(mailPaces, preference.mailPace);
      if (pace === 'none') return [];
      if (pace !== 'at_once') {
        return [{ userId, gatheredAtMs: nextDigestAtMs(pace, preference?.timeZone ?? 'UTC', atMs) }];
      }
      const mailsSoFar = mails.get(userId) ?? 0;
      if (mailsSoFar >= MOST_AT_ONCE) return [{ userId, gatheredAtMs: floodDigestAtMs(atMs) }];
      if (dueAt === null) mails.set(userId, mailsSoFar + 1);
      return [{ userId, gatheredAtMs: null }];
    });
  };
}

interface Member {
  userId: string;
  role: string;
  user: { email: string };
}

/** The ids of the members with these addresses. Where there are none, somebody has to hear of it: the owners do. */
function toldAmong(members: readonly Member[], people: readonly string[] | null): string[] {
  const named = people === null ? members : members.filter(({ user }) => isAmong(user.email, people));
  const told = named.length > 0 ? named : members.filter(({ role }) => role === 'owner');
  return told.map(({ userId }) => userId);
}
