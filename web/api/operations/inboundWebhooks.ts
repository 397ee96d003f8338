import {
  addInboundWebhook,
  listInboundWebhooks,
  removeInboundWebhook,
  rotateInboundWebhook,
} from '../../app/data/webhooks/inboundWebhooks.server.ts';
import type { OperationHandlers } from '../operation.ts';
import { notFound, Problem } from '../problem.ts';

/** The operations of the webhooks that wake standing conversations. */
export const inboundWebhookOperations: Pick<
  OperationHandlers,
  'listInboundWebhooks' | 'addInboundWebhook' | 'rotateInboundWebhook' | 'removeInboundWebhook'
> = {
  listInboundWebhooks: async ({ holder, params: { conversationId } }) => {
    const found = await listInboundWebhooks(holder.scope, conversationId);
    if (found === null) throw notFound('conversation');
    return { body: { webhooks: found.webhooks } };
  },

  addInboundWebhook: async ({ holder: { scope, userId }, params: { conversationId }, body: { name } }) => {
    const result = await addInboundWebhook(scope, { userId, conversationId, name });
    if (result === null) throw notFound('conversation');
    if (result.outcome === 'name_taken') {
      throw new Problem({
        kind: 'name_taken',
        status: 409,
        title: 'There is a webhook with this name',
        detail: 'Choose another name, or remove that webhook first.',
      });
    }
    return { status: 201, body: { webhook: result.webhook, secret: result.secret } };
  },

  rotateInboundWebhook: async ({
    holder: { scope, userId },
    params: { conversationId, webhookId },
    body: { secretNumber, overlapSeconds },
  }) => {
    const asked = { userId, conversationId, webhookId, secretNumber, overlapSeconds };
    const result = await rotateInboundWebhook(scope, asked);
    if (result === null) throw notFound('webhook');
    if (result.outcome === 'already_rotated') {
      throw new Problem({
        kind: 'stale',
        status: 409,
        title: 'It has another secret already',
        detail: 'List the webhooks, and send the `secretNumber` that it has now.',
      });
    }
    return { body: { webhook: result.webhook, secret: result.secret } };
  },

  removeInboundWebhook: async ({ holder: { scope, userId }, params: { conversationId, webhookId } }) => {
    const isRemoved = await removeInboundWebhook(scope, { userId, conversationId, webhookId });
    if (!isRemoved) throw notFound('webhook');
    return { body: { outcome: 'removed' } };
  },
};
