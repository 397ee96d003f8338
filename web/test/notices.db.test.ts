import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearStatements, partsOf, unscoped } from '../../test/support/statements.ts';
import { readPreference, savePreference } from '../app/data/notices/preferences.server.ts';
import { addWebhook, listWebhooks, removeWebhook } from '../app/data/notices/webhooks.server.ts';
import { readTask } from '../app/data/tasks/listTasks.server.ts';
import { type ApiWorld, openApiWorld } from './support/apiWorld.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await openApiWorld();
});
afterAll(() => world.close());

type Member = Awaited<ReturnType<ApiWorld['addMember']>>;

function addNotice(of: Member, fields: { state: string; webhookId?: string }) {
  const { projectId } = of.scope;
  const { webhookId = null, state } = fields;
  return world.database.notice.create({
    data: {
      projectId,
      state,
      kind: 'task_opened',
      channel: webhookId === null ? 'email' : 'webhook',
      userId: webhookId === null ? of.userId : null,
      webhookId,
      idempotencyKey: randomUUID(),
      deliveries: {
        create: {
          projectId,
          run: 0,
          attempt: 1,
          notifier: 'email',
          state: 'refused',
          answer: 'No such person',
        },
      },
    },
  });
}

const own = (of: Member) =>
  world.database.membership.updateMany({ where: { userId: of.userId }, data: { role: 'owner' } });

describe('the API’s notices', () => {
  it('are one’s own, with the log of their deliveries; an owner sees those of the project', async () => {
    const member = await world.addMember();
    const mine = await addNotice(member, { state: 'failed' });
    await addWebhook(member.scope, { userId: member.userId, url: 'https://a.test/', secretName: 'HOOK' });
    const [webhook] = await listWebhooks(member.scope);
    const posted = await addNotice(member, { state: 'sent', webhookId: webhook?.id ?? '' });

    const list = await world.ask(member.token, '/notices');
    expect(list.body).toMatchObject({ notices: [{ id: mine.id, state: 'failed' }], page: 1, pages: 1 });
    expect((await world.ask(member.token, `/notices/${mine.id}`)).body).toMatchObject({
      address: `${member.userId}@example.test`,
      deliveries: [{ attempt: 1, state: 'refused', answer: 'No such person' }],
    });
    expect((await world.ask(member.token, `/notices/${posted.id}`)).status).toBe(404);

    await own(member);
    expect((await world.ask(member.token, '/notices?state=sent')).body).toMatchObject({
      notices: [{ id: posted.id, address: 'https://a.test/' }],
    });
    const stranger = await world.addMember();
    await own(stranger);
    expect((await world.ask(stranger.token, '/notices')).body).toMatchObject({ notices: [] });
    expect((await world.ask(stranger.token, `/notices/${mine.id}/send-again`, {})).status).toBe(404);
  });

  it('are sent again once they have failed, and not while they are under way', async () => {
    const member = await world.addMember();
    const { id } = await addNotice(member, { state: 'failed' });
    expect((await world.ask(member.token, `/notices/${id}/send-again`, {})).body).toEqual({
      outcome: 'again',
    });
    expect(await world.database.notice.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'starting',
      run: 1,
    });
    const refused = await world.ask(member.token, `/notices/${id}/send-again`, {});
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:colloquy:problem:not_resendable' } });
  });

  it('in a state that there is none of are refused by its name', async () => {
    const member = await world.addMember();
    expect((await world.ask(member.token, '/notices?state=lost')).status).toBe(422);
  });
});

it('what the page reads and writes says of which project it is', async () => {
  const member = await world.addMember();
  const { scope, userId, token } = member;
  const { id } = await addNotice(member, { state: 'kept' });
  const statements = hearStatements(world.database.$pool);
  await savePreference(scope, userId, { mailPace: 'daily', timeZone: 'Asia/Shanghai' });
  expect(await readPreference(scope, userId)).toEqual({ mailPace: 'daily', timeZone: 'Asia/Shanghai' });
  await addWebhook(scope, { userId, url: 'https://a.test/', secretName: 'HOOK' });
  const [webhook] = await listWebhooks(scope);
  await removeWebhook(scope, { userId, webhookId: webhook?.id ?? '' });
  expect(await listWebhooks(scope)).toEqual([]);
  await world.ask(token, '/notices');
  await world.ask(token, `/notices/${id}`);
  await world.ask(token, `/notices/${id}/send-again`, {});
  expect(await readTask(scope, randomUUID())).toBeNull();
  const parts = partsOf(statements);
  expect(parts.length).toBeGreaterThan(8);
  expect(unscoped(parts)).toEqual([]);
});
