import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { Webhook } from 'standardwebhooks';
import { MAIL_PASSWORD, startMailServer, type TestMailServer } from '../../test/support/mailServer.ts';
import { agent, team } from '../../worker/test/teams.ts';
import type { NoticeActivities, NoticeRef } from '../../workflows/contracts/notices.ts';
import type { MailPace } from '../../workflows/domain/notices/noticeStates.ts';
import type { Asking } from '../../workflows/domain/tasks/asking.ts';
import { openNotifiers } from '../people/registry.ts';
import { CUSTOMER, stateWith, taskOf } from '../test/inputs.ts';
import { failureOf, openStage, run, type Stage } from '../test/stage.ts';
import { createGuardedFetch } from '../tools/network/guardedFetch.ts';
import { createNoticeActivities } from './registry.ts';

jest.setTimeout(120_000);

const SECRET = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;

let stage: Stage;
let mailServer: TestMailServer;
beforeAll(async () => {
  stage = await openStage();
  mailServer = await startMailServer();
});
afterAll(async () => {
  await mailServer.close();
  await stage.close();
});
beforeEach(async () => {
  await stage.database.membership.deleteMany();
  await stage.database.noticeWebhook.deleteMany();
  mailServer.mails.length = 0;
  mailServer.refuses = null;
  mailServer.onTaken = () => Promise.resolve();
});

interface Place {
  smtpUrl?: string | null;
  secret?: string | undefined;
  allowPrivateNetwork?: boolean;
}

/** The activities of notices, with the mail server and the secret that an operator has set up. */
function activitiesWith({ smtpUrl = mailServer.url, allowPrivateNetwork = true, ...place }: Place = {}) {
  const secret = 'secret' in place ? place.secret : SECRET;
  const network = createGuardedFetch({ allowPrivateNetwork });
  const opened = openNotifiers({
    mailServer: smtpUrl === null ? null : { url: smtpUrl, from: 'Colloquy <colloquy@example.test>' },
    fetch: network.fetch,
    secret: (name) => (name === 'HOOK' ? secret : undefined),
  });
  return createNoticeActivities({
    database: stage.database,
    appUrl: 'https://colloquy.test',
    notifiers: opened.notifiers,
  });
}

/** Runs an activity of a notice, as a worker does. */
function as<Name extends 'prepareNotice' | 'deliverNotice'>(
  activities: NoticeActivities,
  name: Name,
  ref: NoticeRef,
  attempt = 1,
): ReturnType<NoticeActivities[Name]> {
  const environment = new MockActivityEnvironment(
    { workflowExecution: { workflowId: 'notice', runId: ref.noticeId }, activityId: '1', attempt },
    { logger: new DefaultLogger('ERROR', () => undefined) },
  );
  return environment.run(activities[name], ref) as ReturnType<NoticeActivities[Name]>;
}

async function member(
  options: { language?: string; pace?: MailPace; timeZone?: string } = {},
): Promise<{ userId: string; email: string }> {
  const userId = randomUUID();
  const email = `${userId}@example.test`;
  const { projectId } = stage;
  await stage.database.user.create({
    data: { id: userId, name: 'Ada', email, language: options.language ?? null },
  });
  await stage.database.membership.create({ data: { projectId, userId, role: 'member' } });
  if (options.pace !== undefined) {
    await stage.database.noticePreference.create({
      data: { projectId, userId, mailPace: options.pace, timeZone: options.timeZone ?? 'UTC' },
    });
  }
  return { userId, email };
}

/** Opens a task in a conversation of its own. */
async function openTask(asking?: Asking) {
  const customer = asking === undefined ? CUSTOMER : { ...CUSTOMER, deadlineSeconds: 86_400, asking };
  const ref = await stage.conversation(team([agent('writer'), customer]), 'Write <b>a</b>\nletter');
  const task = taskOf('give_input', randomUUID());
  const opened = { ...ref, task, stateBefore: stateWith(2) };
  await run(stage, 'openTask', opened);
  return { ref, task, opened };
}

const noticesOf = (taskId: string) =>
  stage.database.notice.findMany({ where: { taskId }, orderBy: { createdAt: 'asc' } });

async function onlyNoticeOf(taskId: string): Promise<NoticeRef> {
  const [notice, ...others] = await noticesOf(taskId);
  expect(others).toEqual([]);
  return { projectId: stage.projectId, noticeId: notice?.id ?? '', run: notice?.run ?? 0 };
}

const noticeRow = (ref: NoticeRef) =>
  stage.database.notice.findUniqueOrThrow({
    where: { id: ref.noticeId },
    include: { deliveries: { orderBy: { startedAt: 'asc' } } },
  });

describe('an opened task', () => {
  it('is told to each member, once, by a mail that leads to it', async () => {
    const { userId, email } = await member();
    const { task, opened } = await openTask();
    await run(stage, 'openTask', opened, { attempt: 2 });
    const ref = await onlyNoticeOf(task.id);
    const activities = activitiesWith();
    expect(await as(activities, 'prepareNotice', ref)).toBe(true);
    await as(activities, 'deliverNotice', ref);
    expect(await noticeRow(ref)).toMatchObject({
      userId,
      address: email,
      state: 'sent',
      subject: 'You are asked: Write <b>a</b> letter',
      deliveries: [{ notifier: 'email', state: 'accepted' }],
    });
    const [mail] = mailServer.mails;
    expect(mail?.to).toEqual([email]);
    const source = mail?.source ?? '';
    expect(source).toContain(`Message-ID: <notice-${ref.noticeId}@example.test>`);
    expect(source).toContain(`https://colloquy.test/tasks/${task.id}`);
    const html = source.slice(source.indexOf('<!doctype html>'));
    expect(html).toContain('&lt;b&gt;a&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  it('is told in the reader’s language', async () => {
    await member({ language: 'zh-CN' });
    const ref = await onlyNoticeOf((await openTask()).task.id);
    await as(activitiesWith(), 'prepareNotice', ref);
    expect(await noticeRow(ref)).toMatchObject({
      language: 'zh-CN',
      subject: expect.stringContaining('等待您处理') as unknown,
    });
  });

  it('that nobody wants mails of is told to nobody', async () => {
    await member({ pace: 'none' });
    expect(await noticesOf((await openTask()).task.id)).toEqual([]);
  });

  it('that has been answered meanwhile is not told of', async () => {
    await member();
    const { ref, task } = await openTask();
    const notice = await onlyNoticeOf(task.id);
    const resolution = { by: 'deadline', decision: 'skip' } as const;
    await run(stage, 'settleTask', { ...ref, task, resolution, readBefore: 1 }, { activityId: '2' });
    expect(await as(activitiesWith(), 'prepareNotice', notice)).toBe(false);
    expect(await noticeRow(notice)).toMatchObject({ state: 'withdrawn' });
  });

  it('waits for the digest of a person who wants one, and is withdrawn from it when it is answered', async () => {
    await member({ pace: 'hourly' });
    const { ref, task } = await openTask();
    const [notice] = await noticesOf(task.id);
    expect(notice).toMatchObject({ state: 'waiting', isGathered: true });
    expect((notice?.dueAt?.getTime() ?? 1) % 3_600_000).toBe(0);
    const resolution = { by: 'deadline', decision: 'skip' } as const;
    await run(stage, 'settleTask', { ...ref, task, resolution, readBefore: 1 }, { activityId: '2' });
    expect(await noticesOf(task.id)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('after many others is told of with the next ones, in one mail', async () => {
    await member();
    const states: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      const [notice] = await noticesOf((await openTask()).task.id);
      states.push(notice?.state ?? '');
    }
    expect(states).toEqual([...Array<string>(5).fill('starting'), 'waiting', 'waiting']);
  });
});

describe('a task that asks certain people', () => {
  const HOUR_SECONDS = 3_600;
  const askingOf = (assignees: string[], to: string[] = []): Asking => ({
    assignees,
    remindAfterSeconds: [2 * HOUR_SECONDS, HOUR_SECONDS],
    escalation: to.length === 0 ? null : { afterSeconds: 3 * HOUR_SECONDS, to },
  });

  const rowsOf = async (taskId: string) =>
    (await noticesOf(taskId))
      .map(({ kind, userId, state, dueAt, createdAt }) => ({
        kind,
        userId,
        state,
        hours: dueAt === null ? 0 : Math.round((dueAt.getTime() - createdAt.getTime()) / 3_600_000),
      }))
      .sort((one, other) => one.hours - other.hours);

  const close = async ({ ref, task }: Awaited<ReturnType<typeof openTask>>) => {
    const resolution = { by: 'deadline', decision: 'skip' } as const;
    await run(stage, 'settleTask', { ...ref, task, resolution, readBefore: 1 }, { activityId: '2' });
  };

  it('is told to them, their reminders and the escalation wait for their time, and all are withdrawn with it', async () => {
    const [ada, ben] = [await member(), await member(), await member()];
    const opened = await openTask(askingOf([ada.email.toUpperCase()], [ben.email]));
    await run(stage, 'openTask', opened.opened, { attempt: 2 });
    await run(stage, 'openTask', opened.opened, { run: 2 });
    const { userId } = ada;
    expect(await rowsOf(opened.task.id)).toEqual([
      { kind: 'task_opened', userId, state: 'starting', hours: 0 },
      { kind: 'task_reminder', userId, state: 'waiting', hours: 1 },
      { kind: 'task_reminder', userId, state: 'waiting', hours: 2 },
      { kind: 'task_escalated', userId: ben.userId, state: 'waiting', hours: 3 },
    ]);
    const row = await stage.database.humanTask.findUniqueOrThrow({ where: { id: opened.task.id } });
    expect(row.detail).toMatchObject({
      prompt: CUSTOMER.prompt,
      asked: {
        assignees: [ada.email.toUpperCase()],
        reminders: [expect.any(String), expect.any(String)],
        escalation: { at: expect.any(String) as unknown, to: [ben.email] },
      },
    });
    await close(opened);
    const states = (await rowsOf(opened.task.id)).map(({ state }) => state);
    expect(states).toEqual(['starting', 'withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('that is asked again after a reset reminds them again', async () => {
    const { email } = await member();
    const opened = await openTask(askingOf([email]));
    await close(opened);
    await run(stage, 'openTask', opened.opened, { run: 2 });
    const reminders = (await rowsOf(opened.task.id)).filter(({ kind }) => kind === 'task_reminder');
    expect(reminders.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });

  it('that is asked again after a reset is told to those who had not heard of it, each in their way', async () => {
    const [ada, ben] = [await member({ pace: 'hourly' }), await member()];
    const opened = await openTask(askingOf([ada.email, ben.email]));
    const [toBen] = (await noticesOf(opened.task.id)).filter(({ userId }) => userId === ben.userId);
    const ref = { projectId: stage.projectId, noticeId: toBen?.id ?? '', run: 0 };
    await close(opened);
    // His mail was about to go.
    expect(await as(activitiesWith(), 'prepareNotice', ref)).toBe(false);
    const openings = async () =>
      (await noticesOf(opened.task.id))
        .filter(({ kind }) => kind === 'task_opened')
        .map(({ userId, state, run: sending }) => ({ userId, state, sending }));
    expect((await openings()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    await run(stage, 'openTask', opened.opened, { run: 2 });
    expect(new Set(await openings())).toEqual(
      new Set([
        { userId: ada.userId, state: 'waiting', sending: 0 },
        { userId: ben.userId, state: 'starting', sending: 1 },
      ]),
    );
  });

  it('that is asked again is told of by the next digest where the last one was withdrawn with it', async () => {
    const { userId } = await member({ pace: 'hourly' });
    const opened = await openTask();
    const { database, projectId } = stage;
    const digest = await database.notice.create({
      data: { projectId, userId, kind: 'digest', channel: 'email', idempotencyKey: randomUUID() },
    });
    await database.notice.updateMany({
      where: { taskId: opened.task.id },
      data: { state: 'gathered', digestId: digest.id, dueAt: new Date(0) },
    });
    await close(opened);
    const ref = { projectId, noticeId: digest.id, run: 0 };
    expect(await as(activitiesWith(), 'prepareNotice', ref)).toBe(false);
    await run(stage, 'openTask', opened.opened, { run: 2 });
    expect(await noticesOf(opened.task.id)).toMatchObject([{ state: 'waiting', digestId: null }]);
  });

  it('of whom none is a member is told to the owners', async () => {
    await member();
    const owner = await member();
    await stage.database.membership.updateMany({ where: { userId: owner.userId }, data: { role: 'owner' } });
    const { task } = await openTask(askingOf(['nobody@example.test']));
    expect((await rowsOf(task.id)).map(({ userId }) => userId)).toEqual(Array<string>(3).fill(owner.userId));
  });

  it('a reminder says that the task still waits', async () => {
    const { email } = await member();
    const { task } = await openTask(askingOf([email]));
    const reminder = await stage.database.notice.findFirstOrThrow({
      where: { taskId: task.id, kind: 'task_reminder' },
    });
    await stage.database.notice.update({ where: { id: reminder.id }, data: { state: 'starting' } });
    const ref = { projectId: stage.projectId, noticeId: reminder.id, run: 0 };
    expect(await as(activitiesWith(), 'prepareNotice', ref)).toBe(true);
    expect(await noticeRow(ref)).toMatchObject({
      subject: expect.stringContaining('Write <b>a</b> letter') as unknown,
    });
  });
});

describe('an agent’s review', () => {
  const asking: Asking = { assignees: ['ada@example.test'], remindAfterSeconds: [], escalation: null };

  it('asks those whom the team names', async () => {
    const writer = agent('writer', { review: { deadlineSeconds: 60, onDeadline: 'stop', asking } });
    const ref = await stage.conversation(team([writer, CUSTOMER]));
    const task = taskOf('review_message', randomUUID());
    await run(stage, 'openTask', { ...ref, task, stateBefore: stateWith(2) });
    const row = await stage.database.humanTask.findUniqueOrThrow({ where: { id: task.id } });
    expect(row.detail).toEqual({
      asked: { assignees: asking.assignees, reminders: [], escalation: null, calendar: null, quorum: null },
    });
  });
});

describe('a mail server', () => {
  it('that is away is tried again, and gets the mail once when it is back', async () => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    const away = await startMailServer();
    const port = Number(new URL(away.url).port);
    await away.close();
    const activities = activitiesWith({ smtpUrl: away.url });
    await as(activities, 'prepareNotice', ref);
    const failure = await failureOf(as(activities, 'deliverNotice', ref));
    expect(failure).toMatchObject({ type: 'notice_unavailable', nonRetryable: false });
    expect(failure.message).toContain(`127.0.0.1:${String(port)}`);
    const back = await startMailServer({ port });
    await as(activities, 'deliverNotice', ref, 2);
    await as(activities, 'deliverNotice', ref, 3);
    expect(back.mails).toHaveLength(1);
    await back.close();
    expect((await noticeRow(ref)).deliveries.map(({ state }) => state)).toEqual(['failed', 'accepted']);
  });

  it.each([
    ['that says "later"', 451, 'notice_unavailable', 'failed'],
    ['that says "no"', 550, 'notice_refused', 'refused'],
  ] as const)('%s: %s', async (_what, code, type, state) => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    mailServer.refuses = { code, words: 'Not this one' };
    const activities = activitiesWith();
    await as(activities, 'prepareNotice', ref);
    const failure = await failureOf(as(activities, 'deliverNotice', ref));
    expect(failure).toMatchObject({ type, nonRetryable: state === 'refused' });
    expect(failure.message).toContain('Not this one');
    expect(await noticeRow(ref)).toMatchObject({
      deliveries: [{ state, answer: expect.stringContaining('Not this one') as unknown }],
    });
    expect(mailServer.mails).toEqual([]);
  });

  it('that refuses the password is a fault of the set-up, and the password is not told', async () => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    const activities = activitiesWith({ smtpUrl: mailServer.signedInUrl('wrong-password-1') });
    await as(activities, 'prepareNotice', ref);
    const failure = await failureOf(as(activities, 'deliverNotice', ref));
    expect(failure).toMatchObject({ type: 'notice_misconfigured', nonRetryable: true });
    expect(JSON.stringify([failure.message, await noticeRow(ref)])).not.toContain('wrong-password-1');
    const right = activitiesWith({ smtpUrl: mailServer.signedInUrl(MAIL_PASSWORD) });
    await as(right, 'deliverNotice', ref, 2);
    expect(mailServer.mails).toHaveLength(1);
  });

  it('that refuses a password with a plain "%" in it is a fault of the set-up too', async () => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    const activities = activitiesWith({
      smtpUrl: mailServer.signedInUrl('word').replace(':word@', ':100%sure@'),
    });
    await as(activities, 'prepareNotice', ref);
    const failure = await failureOf(as(activities, 'deliverNotice', ref));
    expect(failure).toMatchObject({ type: 'notice_misconfigured' });
    expect(failure.message).not.toContain('100%sure');
  });

  it('is not asked about an address that is none, and nobody tries it again', async () => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    const activities = activitiesWith();
    await as(activities, 'prepareNotice', ref);
    await stage.database.notice.update({ where: { id: ref.noticeId }, data: { address: '' } });
    const failure = await failureOf(as(activities, 'deliverNotice', ref));
    expect(failure).toMatchObject({ type: 'notice_refused', nonRetryable: true });
  });

  it('that took a mail before the worker died gets it under the same id, and the first is said to be unknown', async () => {
    await member();
    const ref = await onlyNoticeOf((await openTask()).task.id);
    const activities = activitiesWith();
    await as(activities, 'prepareNotice', ref);
    // The worker dies here: the server has the mail and never gets to say so.
    const { promise: taken, resolve: onTaken } = Promise.withResolvers<undefined>();
    mailServer.onTaken = () => {
      onTaken(undefined);
      return new Promise(() => undefined);
    };
    as(activities, 'deliverNotice', ref).catch(() => undefined);
    await taken;
    mailServer.onTaken = () => Promise.resolve();
    await as(activities, 'deliverNotice', ref, 2);
    const ids = mailServer.mails.map(({ source }) => /^Message-ID: .*$/im.exec(source)?.[0]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await noticeRow(ref)).deliveries.map(({ state }) => state)).toEqual(['unknown', 'accepted']);
  });
});

it('without a mail server the mail is kept in the outbox', async () => {
  await member();
  const ref = await onlyNoticeOf((await openTask()).task.id);
  const activities = activitiesWith({ smtpUrl: null });
  await as(activities, 'prepareNotice', ref);
  await as(activities, 'deliverNotice', ref);
  expect(await noticeRow(ref)).toMatchObject({ state: 'kept', deliveries: [{ notifier: 'outbox' }] });
});

describe('a webhook', () => {
  /** Receives as a program would, and verifies what it gets. */
  async function receive(status: number, headers: Record<string, string> = {}) {
    const got: { body: string; headers: IncomingHttpHeaders }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        got.push({ body, headers: request.headers });
        response.writeHead(status, headers).end('Some words that nobody keeps');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
    const { projectId } = stage;
    await stage.database.noticeWebhook.create({ data: { projectId, url, secretName: 'HOOK' } });
    const { task } = await openTask();
    const ref = await onlyNoticeOf(task.id);
    return { got, task, ref, url, close: () => new Promise((resolve) => server.close(resolve)) };
  }

  const verified = ({ body, headers }: { body: string; headers: IncomingHttpHeaders }, secret = SECRET) =>
    new Webhook(secret).verify(body, headers as Record<string, string>);

  it('is signed: the receiver refuses another’s, a changed and a replayed one', async () => {
    const { got, ref, task, close } = await receive(204);
    const activities = activitiesWith();
    await as(activities, 'prepareNotice', ref);
    await as(activities, 'deliverNotice', ref);
    await close();
    const [message] = got;
    if (message === undefined) throw new Error('It got nothing');
    expect(verified(message)).toMatchObject({
      type: 'task.opened',
      data: { taskId: task.id, kind: 'give_input', url: `https://colloquy.test/tasks/${task.id}` },
    });
    expect(message.headers['webhook-id']).toBe(`msg_${ref.noticeId}`);
    const other = `whsec_${Buffer.from('another secret of 24 bytes').toString('base64')}`;
    expect(() => verified(message, other)).toThrow('signature');
    expect(() =>
      verified({ ...message, body: message.body.replace('give_input', 'review_message') }),
    ).toThrow('signature');
    // Replayed later: with its own time it is too old, with another the signature is wrong.
    const then = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 60_000);
    expect(() => verified(message)).toThrow('too old');
    const later = String(Math.floor(Date.now() / 1_000));
    expect(() =>
      verified({ ...message, headers: { ...message.headers, 'webhook-timestamp': later } }),
    ).toThrow('signature');
    then.mockRestore();
  });

  it.each([
    [503, { 'retry-after': '7' }, { type: 'notice_unavailable', nonRetryable: false, nextRetryDelay: 7_000 }],
    [401, {}, { type: 'notice_refused', nonRetryable: true }],
    [302, { location: 'http://127.0.0.1:1/' }, { type: 'notice_refused', nonRetryable: true }],
  ])('answered with %s: what it means is said', async (status, headers, failure) => {
    const { got, ref, url, close } = await receive(status, headers);
    const activities = activitiesWith();
    await as(activities, 'prepareNotice', ref);
    expect(await failureOf(as(activities, 'deliverNotice', ref))).toMatchObject({
      ...failure,
      message: expect.stringContaining(`${new URL(url).host} answered ${String(status)}`) as unknown,
    });
    await failureOf(as(activities, 'deliverNotice', ref, 2));
    await close();
    expect(new Set(got.map(({ headers: sent }) => sent['webhook-id'])).size).toBe(1);
  });

  it.each([
    ['without its secret', { secret: undefined }, 'set COLLOQUY_SECRET_HOOK'],
    ['with a secret that is none', { secret: 'whsec_§' }, 'COLLOQUY_SECRET_HOOK is no secret'],
    ['to an address that the operator has not allowed', { allowPrivateNetwork: false }, 'was not contacted'],
  ])('%s is not sent', async (_what, place, words) => {
    const { got, ref, close } = await receive(204);
    const activities = activitiesWith(place);
    await as(activities, 'prepareNotice', ref);
    expect(await failureOf(as(activities, 'deliverNotice', ref))).toMatchObject({
      type: 'notice_misconfigured',
      message: expect.stringContaining(words) as unknown,
    });
    await close();
    expect(got).toEqual([]);
  });
});
