import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeWakeUp } from '../../platform/wakeUps.ts';
import { agent, team } from '../../worker/test/teams.ts';
import { eventually, transcriptOf } from '../../worker/test/transcript.ts';
import { startMailServer, type TestMailServer } from '../support/mailServer.ts';
import { createGate, text } from '../support/scriptedReply.ts';
import { type FaultStage, setFaultStage } from './faultStage.ts';

// What waits for long: standing conversations, votes and notices, and a worker that is killed between two of their writes.

jest.setTimeout(300_000);

const PATIENCE_MS = 90_000;

let mailServer: TestMailServer;
let stage: FaultStage;
beforeAll(async () => {
  mailServer = await startMailServer();
  stage = await setFaultStage({ SMTP_URL: mailServer.url, MAIL_FROM: 'colloquy@example.test' });
});
afterAll(async () => {
  await stage.close();
  await mailServer.close();
});

describe('kill -9 of the worker between a wake-up and its run', () => {
  const writer = team([agent('writer')], { maxTurns: 1 });

  /** It sleeps after this run. */
  const asleep = (id: string, run: number) =>
    eventually(
      () => stage.database().conversation.findUniqueOrThrow({ where: { id } }),
      (row) => row.state === 'sleeping' && row.run === run && row.endedAt !== null,
      PATIENCE_MS,
    );

  async function sleeper(): Promise<string> {
    const id = await stage.start(writer, { standing: true });
    await asleep(id, 0);
    return id;
  }

  function write(conversationId: string) {
    const row = { source: 'message', key: randomUUID(), text: 'What is new?' } as const;
    return stage
      .database()
      .$transaction((transaction) =>
        writeWakeUp(transaction, { ...row, projectId: stage.projectId, conversationId }),
      );
  }

  /** Resolves when the worker is about to write a wake-up. From then on Temporal does not hear what the worker has done. */
  async function wakeUpIsWritten(): Promise<void> {
    stage.databaseLink.mark(/INSERT INTO .*"wake_up"/);
    await stage.databaseLink.dead(1, 'before');
    stage.temporalLink.hold();
    stage.databaseLink.mark(/^\b$/);
    stage.databaseLink.release();
  }

  /** Woken once, by one run with one reply. */
  async function expectWokenOnce(id: string): Promise<void> {
    await asleep(id, 1);
    const wakeUps = await stage.database().wakeUp.findMany({ where: { conversationId: id } });
    expect(wakeUps).toMatchObject([{ state: 'taken', run: 1 }]);
    expect(await stage.database().conversationRun.count({ where: { conversationId: id } })).toBe(2);
    expect(await transcriptOf(stage.database(), id)).toHaveLength(4);
    expect(await stage.database().modelCall.count({ where: { conversationId: id } })).toBe(2);
  }

  it('that a worker has written as another conversation ended, and has told nobody of: it is woken once', async () => {
    stage.model.otherwise(() => text('On it'));
    const id = await sleeper();
    const written = wakeUpIsWritten();
    await stage.start(writer, { wakes: id });
    await written;
    await eventually(
      () => stage.database().wakeUp.count({ where: { conversationId: id } }),
      (count) => count === 1,
      PATIENCE_MS,
    );
    await stage.killWorker();
    await stage.startWorker();
    await expectWokenOnce(id);
  });

  it('that somebody has written while no worker was there, and has told nobody of: it is woken once', async () => {
    stage.model.otherwise(() => text('On it'));
    const id = await sleeper();
    await stage.killWorker();
    await write(id);
    await stage.startWorker();
    await expectWokenOnce(id);
  });

  it.each(['before', 'after'] as const)(
    'as the worker takes it, %s the rows of the run are there: it is woken once',
    async (side) => {
      stage.model.otherwise(() => text('On it'));
      const id = await sleeper();
      stage.databaseLink.mark(/UPDATE .*"wake_up" SET .*"run"/);
      const dead = stage.databaseLink.dead(1, side);
      await write(id);
      await dead;
      await stage.killWorker();
      await stage.startWorker();
      await expectWokenOnce(id);
    },
  );
});

describe('kill -9 of the worker between a vote and the close of its task', () => {
  const asking = {
    assignees: ['ada@example.test', 'ben@example.test', 'cleo@example.test'],
    ...{ remindAfterSeconds: [], escalation: null, quorum: { of: 2 } },
  };
  const review = { deadlineSeconds: 3_600, onDeadline: 'stop', asking } as const;

  it('each vote counts once, the one that decides closes the task, and the draft is approved once', async () => {
    stage.model.otherwise(() => text('A draft'));
    const id = await stage.start(team([agent('writer', { review })], { maxTurns: 1 }));
    const task = await eventually(
      () => stage.database().humanTask.findFirst({ where: { conversationId: id, state: 'open' } }),
      (found) => found !== null,
      PATIENCE_MS,
    );
    if (task === null) throw new Error('No task is open');
    const votes = () =>
      stage.database().taskVote.findMany({ where: { taskId: task.id }, orderBy: { userId: 'asc' } });

    for (const [userId, after] of [
      ['ada', 1],
      ['ben', 2],
    ] as const) {
      stage.databaseLink.mark(/INSERT INTO .*"task_vote"/);
      // The embedded database has one session, which the worker's transaction holds until it is killed.
      const dead = stage.databaseLink.dead(1, 'before');
      const answered = stage.answer(task, 'approve', userId);
      await dead;
      await stage.killWorker();
      await stage.startWorker();
      await answered;
      await eventually(votes, (found) => found.length === after, PATIENCE_MS);
    }

    expect(await stage.result(id)).toMatchObject({ state: 'finished' });
    expect((await votes()).map(({ userId, decision }) => [userId, decision])).toEqual([
      ['ada', 'approve'],
      ['ben', 'approve'],
    ]);
    const tasks = await stage.database().humanTask.findMany({ where: { conversationId: id } });
    expect(tasks).toMatchObject([{ state: 'answered', decision: 'approve', answeredBy: 'ben' }]);
    expect(await transcriptOf(stage.database(), id)).toEqual([
      'user: Write a haiku about rain.',
      'writer: A draft',
    ]);
    expect(await stage.database().modelCall.count({ where: { conversationId: id } })).toBe(1);
  });
});

describe('kill -9 of the worker while a notice is delivered', () => {
  const review = { deadlineSeconds: 3_600, onDeadline: 'stop' } as const;
  const asksAda = () => team([agent('writer', { review })], { maxTurns: 1 });

  afterEach(() => {
    mailServer.onTaken = () => Promise.resolve();
  });

  /** A member of the project of whom no other test's conversation knows. */
  async function member(): Promise<{ userId: string; mails: () => string[] }> {
    const database = stage.database();
    const userId = randomUUID();
    const email = `${userId}@example.test`;
    await database.membership.deleteMany();
    await database.user.create({ data: { id: userId, name: 'Ada', email } });
    await database.membership.create({ data: { projectId: stage.projectId, userId, role: 'member' } });
    await database.noticePreference.create({
      data: { projectId: stage.projectId, userId, mailPace: 'at_once' },
    });
    const mails = () =>
      mailServer.mails.filter(({ to }) => to.includes(email)).map(({ source }) => idOf(source));
    return { userId, mails };
  }

  const noticeOf = (userId: string, state: string) =>
    eventually(
      () =>
        stage.database().notice.findFirst({
          where: { userId },
          include: { deliveries: { orderBy: { startedAt: 'asc' } } },
        }),
      (found) => found?.state === state,
      PATIENCE_MS,
    );

  it('after the mail server has taken it and before it has said so: sent again as the same mail, and the list says so', async () => {
    stage.model.otherwise(() => text('A draft'));
    const { userId, mails } = await member();
    const taken = createGate();
    mailServer.onTaken = () => {
      taken.open();
      return new Promise(() => undefined);
    };
    await stage.start(asksAda());
    await taken.opened;
    await stage.killWorker();
    mailServer.onTaken = () => Promise.resolve();
    await stage.startWorker();
    const notice = await noticeOf(userId, 'sent');
    expect(notice?.deliveries.map(({ state }) => state)).toEqual(['unknown', 'accepted']);
    const [first, ...others] = mails();
    expect(first).toMatch(/^<notice-/);
    expect(others).toEqual([first]);
  });

  it('before the mail server has heard of it: sent once', async () => {
    stage.model.otherwise(() => text('A draft'));
    const { userId, mails } = await member();
    stage.databaseLink.mark(/INSERT INTO .*"notice_delivery"/);
    const dead = stage.databaseLink.dead(1, 'before');
    await stage.start(asksAda());
    await dead;
    await stage.killWorker();
    await stage.startWorker();
    const notice = await noticeOf(userId, 'sent');
    expect(notice?.deliveries.map(({ state }) => state)).toEqual(['accepted']);
    expect(mails()).toHaveLength(1);
  });

  it('after it was written that it is sent: not sent again', async () => {
    stage.model.otherwise(() => text('A draft'));
    const { userId, mails } = await member();
    const taken = createGate();
    mailServer.onTaken = () => {
      // Temporal does not hear of it.
      stage.temporalLink.hold();
      taken.open();
      return Promise.resolve();
    };
    await stage.start(asksAda());
    await taken.opened;
    await noticeOf(userId, 'sent');
    await stage.killWorker();
    await stage.startWorker();
    const count = await stage.database().notice.count({ where: { userId } });
    await eventually(
      () => openNoticeWorkflows(),
      (open) => open === 0,
      PATIENCE_MS,
    );
    expect(count).toBe(1);
    expect((await noticeOf(userId, 'sent'))?.deliveries).toHaveLength(1);
    expect(mails()).toHaveLength(1);
  });

  async function openNoticeWorkflows(): Promise<number> {
    const { count } = await stage.temporal().workflowService.countWorkflowExecutions({
      namespace: 'default',
      query: `WorkflowType = 'sendNotice' AND ExecutionStatus = 'Running'`,
    });
    return Number(count ?? 0);
  }
});

function idOf(source: string): string {
  return /^Message-ID: (\S+)/im.exec(source)?.[1] ?? 'no id';
}
