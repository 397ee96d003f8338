import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { Webhook } from 'standardwebhooks';
import { createLogger } from '../../platform/logger.ts';
import {
  addInboundWebhook,
  listInboundWebhooks,
  rotateInboundWebhook,
} from '../app/data/webhooks/inboundWebhooks.server.ts';
import { clientAddress } from '../http/clientAddress.ts';
import { webhookReceiver } from '../http/webhookReceiver.ts';
import { addConversation } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;
let server: Server;
let origin: string;
beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
  const app = express();
  app.use(clientAddress({ behindProxy: false, frontDoorKey: FRONT_DOOR_KEY }));
  app.use('/webhooks', webhookReceiver({ logger: createLogger({ process: 'web', level: 'silent' }) }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

const FRONT_DOOR_KEY = 'a key of the front door, long enough';
const BODY = '{"deployed":"1.2.3"}';
const asleep = { state: 'sleeping', standing: true, endedAt: new Date(), finalState: {} } as const;

async function addWebhook(data: object = asleep) {
  const conversationId = await addConversation(world.database, project, data);
  const added = await addInboundWebhook(project.scope, {
    userId: project.userId,
    conversationId,
    name: 'deploys',
  });
  if (added?.outcome !== 'added') throw new Error('It is the first one');
  const path = new URL(added.webhook.url).pathname;
  return { conversationId, path, secret: added.secret };
}

/** Posts a body signed with a secret; `sent` is what is posted in its place. */
async function post(
  path: string,
  secret: string,
  message: { id?: string; at?: Date; body?: string; sent?: string; headers?: object } = {},
) {
  const { id = `msg_${randomUUID()}`, at = new Date(), body = BODY, headers = {} } = message;
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
      ...headers,
    },
    body: message.sent ?? body,
  });
  const { outcome, error } = (await response.json()) as { outcome?: string; error?: string };
  return { status: response.status, said: outcome ?? error };
}

const wakeUpsOf = (conversationId: string) => world.database.wakeUp.findMany({ where: { conversationId } });

describe('an inbound webhook', () => {
  it('wakes its conversation when the row is stored, although Temporal is away', async () => {
    const { conversationId, path, secret } = await addWebhook();
    expect(await post(path, secret)).toEqual({ status: 202, said: 'accepted' });
    expect(await wakeUpsOf(conversationId)).toMatchObject([
      { source: 'webhook', sourceName: 'deploys', text: BODY, state: 'waiting' },
    ]);
    const listed = await listInboundWebhooks(project.scope, conversationId);
    expect(listed?.webhooks[0]).toMatchObject({ lastRefusal: null });
    expect(listed?.webhooks[0]?.lastAcceptedAt).not.toBeNull();
  });

  it('takes an id once: a replayed message changes nothing, also when many come at once', async () => {
    const { conversationId, path, secret } = await addWebhook();
    const message = { id: 'msg_once', at: new Date() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(path, secret, message)));
    expect(answers.map(({ said }) => said).sort()).toEqual([
      'accepted',
      ...Array.from({ length: 4 }, () => 'already_accepted'),
    ]);
    expect(await wakeUpsOf(conversationId)).toHaveLength(1);
    const other = { ...message, body: '{"deployed":"6.6.6"}' };
    expect(await post(path, secret, other)).toEqual({ status: 409, said: 'id_reused' });
    expect(await wakeUpsOf(conversationId)).toHaveLength(1);
  });

  it.each([
    ['a bad signature', { headers: { 'webhook-signature': 'v1,AAAA' } }, 401, 'signature_invalid'],
    ['a body that was changed', { sent: '{"deployed":"6.6.6"}' }, 401, 'signature_invalid'],
    ['one too old', { at: new Date(Date.now() - 600_000) }, 400, 'timestamp_too_old'],
    ['one from the future', { at: new Date(Date.now() + 600_000) }, 400, 'timestamp_too_new'],
    ['no time', { headers: { 'webhook-timestamp': '' } }, 400, 'timestamp_invalid'],
    ['a body too large', { body: 'a'.repeat(64 * 1024 + 1) }, 413, 'too_large'],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }, 400, 'unreadable'],
  ])('refuses %s, and wakes nothing', async (_what, message, status, said) => {
    const { conversationId, path, secret } = await addWebhook();
    expect(await post(path, secret, message)).toEqual({ status, said });
    expect(await wakeUpsOf(conversationId)).toEqual([]);
  });

  it('says why it refused one last', async () => {
    const { conversationId, path, secret } = await addWebhook();
    await post(path, secret, { sent: '{}' });
    const listed = await listInboundWebhooks(project.scope, conversationId);
    expect(listed?.webhooks).toMatchObject([{ lastRefusal: 'signature_invalid' }]);
  });

  it('takes nothing for a conversation that has ended, nor at an address that nobody was given', async () => {
    const { path, secret } = await addWebhook({ state: 'finished', endedAt: new Date() });
    expect(await post(path, secret)).toEqual({ status: 410, said: 'not_standing' });
    expect(await post(`/webhooks/${randomUUID()}`, secret)).toEqual({ status: 404, said: 'unknown_webhook' });
    expect(await post('/webhooks/42', secret)).toEqual({ status: 404, said: 'unknown_webhook' });
    expect((await fetch(origin + path)).status).toBe(405);
  });

  it('counts failures by who sent them, although all come through one front door', async () => {
    const through = (address: string) => ({
      'x-front-door-key': FRONT_DOOR_KEY,
      'x-vercel-forwarded-for': address,
    });
    const guess = async (address: string) => {
      const path = `/webhooks/${randomUUID()}`;
      const answer = await fetch(origin + path, { method: 'POST', headers: through(address), body: BODY });
      return answer.status;
    };
    let last = 404;
    for (let guesses = 0; guesses < 50 && last === 404; guesses += 1) last = await guess('203.0.113.66');
    expect(last).toBe(429);
    expect(await guess('203.0.113.7')).toBe(404);
  });

  it('is signed with a secret of its own, and has a name of its own', async () => {
    const [first, second] = [await addWebhook(), await addWebhook()];
    expect(first.secret).not.toBe(second.secret);
    expect(await post(first.path, second.secret)).toEqual({ status: 401, said: 'signature_invalid' });
    const again = { userId: project.userId, conversationId: first.conversationId, name: 'deploys' };
    expect(await addInboundWebhook(project.scope, again)).toEqual({ outcome: 'name_taken' });
  });

  describe('whose secret is exchanged', () => {
    /** Gives it another secret, in the place of this one. */
    async function rotate(
      { conversationId, path }: { conversationId: string; path: string },
      secretNumber: number,
      overlapSeconds: number,
    ) {
      const webhookId = path.split('/').at(-1) ?? '';
      const asked = { userId: project.userId, conversationId, webhookId, secretNumber, overlapSeconds };
      return rotateInboundWebhook(project.scope, asked);
    }
    const secretOf = (result: Awaited<ReturnType<typeof rotate>>) =>
      result?.outcome === 'rotated' ? result.secret : '';
    const refused = { status: 401, said: 'signature_invalid' };
    const accepted = { status: 202, said: 'accepted' };

    it('takes messages that are signed with either while they overlap, or with both at once', async () => {
      const webhook = await addWebhook();
      const { path, secret, conversationId } = webhook;
      const next = secretOf(await rotate(webhook, 0, 3_600));
      expect(next).toMatch(/^whsec_/);
      expect(next).not.toBe(secret);
      expect(await post(path, secret)).toEqual(accepted);
      expect(await post(path, next)).toEqual(accepted);
      const [id, at] = [`msg_${randomUUID()}`, new Date()];
      const both = [secret, next].map((each) => new Webhook(each).sign(id, at, BODY)).join(' ');
      expect(await post(path, secret, { id, at, headers: { 'webhook-signature': both } })).toEqual(accepted);
      expect(await wakeUpsOf(conversationId)).toHaveLength(3);
      const listed = await listInboundWebhooks(project.scope, conversationId);
      expect(listed?.webhooks).toMatchObject([
        { secretNumber: 1, previousSecretUntil: expect.stringMatching(/^20/) as unknown },
      ]);
    });

    it('takes an id once, whichever of the two has signed it', async () => {
      const webhook = await addWebhook();
      const { path, secret, conversationId } = webhook;
      const next = secretOf(await rotate(webhook, 0, 3_600));
      const message = { id: 'msg_both', at: new Date() };
      expect(await post(path, secret, message)).toEqual(accepted);
      expect(await post(path, next, message)).toEqual({ status: 200, said: 'already_accepted' });
      expect(await wakeUpsOf(conversationId)).toHaveLength(1);
    });

    it('refuses the one before when their overlap is over, or where they have none', async () => {
      const webhook = await addWebhook();
      const { path, secret } = webhook;
      const second = secretOf(await rotate(webhook, 0, 3_600));
      await world.database.inboundWebhook.updateMany({
        where: { conversationId: webhook.conversationId },
        data: { previousSecretUntil: new Date(Date.now() - 1_000) },
      });
      expect(await post(path, secret)).toEqual(refused);
      expect(await post(path, second)).toEqual(accepted);
      const third = secretOf(await rotate(webhook, 1, 0));
      expect(await post(path, second)).toEqual(refused);
      expect(await post(path, third)).toEqual(accepted);
    });

    it('takes none but the one before and its own: who exchanges it twice has cut off the first', async () => {
      const webhook = await addWebhook();
      const { path, secret } = webhook;
      const second = secretOf(await rotate(webhook, 0, 3_600));
      await rotate(webhook, 1, 3_600);
      expect(await post(path, secret)).toEqual(refused);
      expect(await post(path, second)).toEqual(accepted);
    });

    it('exchanges it once for a form that is sent twice, and only in its own project', async () => {
      const webhook = await addWebhook();
      const results = await Promise.all([rotate(webhook, 0, 60), rotate(webhook, 0, 60)]);
      expect(results.map((each) => each?.outcome).sort()).toEqual(['already_rotated', 'rotated']);
      const stranger = await world.addProject();
      const asked = { userId: stranger.userId, secretNumber: 1, overlapSeconds: 0 };
      const webhookId = webhook.path.split('/').at(-1) ?? '';
      const { conversationId } = webhook;
      expect(await rotateInboundWebhook(stranger.scope, { ...asked, conversationId, webhookId })).toBeNull();
    });
  });
});
