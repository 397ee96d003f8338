import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createLogger } from '../../platform/logger.ts';
import { startMailServer, type TestMailServer } from '../../test/support/mailServer.ts';
import { noticeWorkflowId } from '../../workflows/contracts/names.ts';
import type { MailPace } from '../../workflows/domain/notices/noticeStates.ts';
import { type PersonParticipant, team } from '../../workflows/domain/team.ts';
import { reconcileNotices } from '../reconcileNotices.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer } from './people.ts';

const CUSTOMER: PersonParticipant = {
  kind: 'person',
  name: 'customer',
  description: 'Buys haiku.',
  prompt: 'Which colour shall it be?',
  deadlineSeconds: 3_600,
  onDeadline: 'skip',
};

let mailServer: TestMailServer;
let colloquy: Colloquy;
beforeAll(async () => {
  mailServer = await startMailServer();
  colloquy = await startColloquy({
    settings: { SMTP_URL: mailServer.url, MAIL_FROM: 'colloquy@example.test' },
  });
});
afterAll(async () => {
  await colloquy.close();
  await mailServer.close();
});
beforeEach(async () => {
  await colloquy.database.membership.deleteMany();
  mailServer.mails.length = 0;
  mailServer.refuses = null;
});

const addressOf = (userId: string) => `${userId}@example.test`;

/** A mail that an earlier test's worker had in its hands may still come: only those to this person count. */
const mailsTo = (userId: string) => mailServer.mails.filter(({ to }) => to.includes(addressOf(userId)));

async function member(pace: MailPace = 'at_once'): Promise<string> {
  const { database, projectId } = colloquy;
  const userId = randomUUID();
  await database.user.create({ data: { id: userId, name: 'Ada', email: addressOf(userId) } });
  await database.membership.create({ data: { projectId, userId, role: 'member' } });
  await database.noticePreference.create({ data: { projectId, userId, mailPace: pace } });
  return userId;
}

/** What the worker does every few seconds. */
const round = (now = new Date()) =>
  reconcileNotices({ ...colloquy, logger: createLogger({ process: 'test', level: 'silent' }) }, now);

/** Goes on with its rounds until a state of the rows is reached. */
async function until<Found>(find: () => Promise<Found | null>): Promise<Found> {
  for (;;) {
    await round();
    const found = await find();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A conversation that asks a person, and its task. */
async function ask(customer = CUSTOMER): Promise<string> {
  const conversationId = await colloquy.start(team({ participants: [customer] }), `Task ${randomUUID()}`);
  const task = await until(() => colloquy.database.humanTask.findFirst({ where: { conversationId } }));
  return task.id;
}

const noticeIn = (where: { taskId: string } | { userId: string; kind: string }, ...states: string[]) =>
  until(() => colloquy.database.notice.findFirst({ where: { ...where, state: { in: states } } }));

const handleOf = ({ id, run }: { id: string; run: number }) =>
  colloquy.temporal.workflow.getHandle(noticeWorkflowId(id, run));

it('a person who is asked gets a mail that leads to the task', async () => {
  const userId = await member();
  const taskId = await ask();
  const notice = await noticeIn({ taskId }, 'sent');
  expect(await handleOf(notice).result()).toBe('delivered');
  expect(mailsTo(userId)).toHaveLength(1);
  expect(mailsTo(userId)[0]?.source).toContain(`/tasks/${taskId}`);
});

it('a digest tells of the tasks that still wait, in one mail', async () => {
  const userId = await member('daily');
  const tasks = [await ask(), await ask(), await ask()];
  await colloquy.database.humanTask.update({ where: { id: tasks[0] ?? '' }, data: { state: 'withdrawn' } });
  await colloquy.database.notice.updateMany({ where: { userId }, data: { dueAt: new Date() } });
  const digest = await noticeIn({ userId, kind: 'digest' }, 'sent');
  expect(digest.subject).toBe('2 tasks wait for you');
  expect(mailsTo(userId)).toHaveLength(1);
  const source = mailsTo(userId)[0]?.source ?? '';
  expect(tasks.map((id) => source.includes(`/tasks/${id}`))).toEqual([false, true, true]);
});

it('a mail that is refused has failed, and goes out when a person has it sent again', async () => {
  const userId = await member();
  mailServer.refuses = { code: 550, words: 'No such person' };
  const taskId = await ask();
  const failed = await noticeIn({ taskId }, 'failed');
  expect(failed).toMatchObject({
    failureType: 'notice_refused',
    failureMessage: expect.stringContaining('No such person') as unknown,
  });
  mailServer.refuses = null;
  await colloquy.database.notice.update({
    where: { id: failed.id },
    data: { state: 'starting', run: { increment: 1 } },
  });
  await noticeIn({ taskId }, 'sent');
  expect(mailsTo(userId)).toHaveLength(1);
});

it('a mail that a server was too busy for goes out later, and the worker may have been away meanwhile', async () => {
  const userId = await member();
  mailServer.refuses = { code: 421, words: 'Too busy' };
  const taskId = await ask();
  await until(() =>
    colloquy.database.noticeDelivery.findFirst({ where: { notice: { taskId }, state: 'failed' } }),
  );
  await colloquy.stopWorker();
  mailServer.refuses = null;
  await colloquy.startWorker();
  const notice = await noticeIn({ taskId }, 'sent');
  expect(await handleOf(notice).result()).toBe('delivered');
  expect(mailsTo(userId)).toHaveLength(1);
});

it('a mail whose workflow was ended from outside has failed, and does not stand as being sent', async () => {
  await member();
  mailServer.refuses = { code: 421, words: 'Too busy' };
  const taskId = await ask();
  const notice = await noticeIn({ taskId }, 'sending');
  await handleOf(notice).terminate();
  await round(new Date(Date.now() + 60_000));
  expect(await colloquy.database.notice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({
    state: 'failed',
    failureMessage: 'Its workflow was ended from outside.',
  });
});

it('a person who does not answer is reminded, then others are asked; what is still to come is withdrawn by the answer', async () => {
  const [ada, ben] = [await member(), await member()];
  const asking = {
    assignees: [addressOf(ada)],
    remindAfterSeconds: [1, 3_000],
    escalation: { afterSeconds: 2, to: [addressOf(ben)] },
  };
  const taskId = await ask({ ...CUSTOMER, asking });
  await noticeIn({ userId: ada, kind: 'task_reminder' }, 'sent');
  await noticeIn({ userId: ben, kind: 'task_escalated' }, 'sent');
  expect(mailsTo(ada)).not.toHaveLength(0);
  expect(mailsTo(ben)).toHaveLength(1);
  const { conversationId } = await colloquy.database.humanTask.findUniqueOrThrow({ where: { id: taskId } });
  await answer(colloquy, conversationId, taskId, 'reply', { words: 'Blue' });
  await noticeIn({ userId: ada, kind: 'task_reminder' }, 'withdrawn');
});
