import { storableText } from '../../../../workflows/domain/storable.ts';
import { services } from '../../services.server.ts';
import { scopeOfWebhook } from '../accounts/projectScope.server.ts';
import { wakeConversation } from '../standing/wakeConversation.server.ts';
import { type ReceivedWebhook, verifyWebhook, type WebhookRefusal } from './verifyWebhook.server.ts';
import { validSecrets } from './webhookSecret.server.ts';

export type WebhookResult =
  | { outcome: 'accepted' }
  /** The id was accepted before: the sender repeats what it did not hear. */
  | { outcome: 'already_accepted' }
  | { outcome: 'refused'; refusal: WebhookRefusal | 'id_reused' | 'not_standing' | 'full' }
  | { outcome: 'unknown' };

/** Takes what a service has posted to an inbound webhook: it wakes the webhook's conversation, once for each id. */
export async function receiveWebhook(
  webhookId: string,
  received: ReceivedWebhook,
  now: Date,
): Promise<WebhookResult> {
  const { database, environment } = services();
  const webhook = await database.inboundWebhook.findUnique({ where: { id: webhookId } });
  if (webhook === null) return { outcome: 'unknown' };
  const { projectId, conversationId, name } = webhook;
  const scope = scopeOfWebhook(webhook);
  const secrets = validSecrets(environment.SESSION_SECRET ?? '', webhook, now);
  const result = await take();
  const data =
    result.outcome === 'refused'
      ? { lastRefusedAt: now, lastRefusal: result.refusal }
      : { lastAcceptedAt: now };
  await database.inboundWebhook.updateMany({ where: { id: webhookId, projectId }, data });
  return result;

  async function take(): Promise<WebhookResult> {
    const verified = verifyWebhook(secrets, received, now);
    if (verified.outcome === 'refused') return verified;
    const woken = await wakeConversation(scope, {
      conversationId,
      source: 'webhook',
      sourceId: webhookId,
      sourceName: name,
      key: `${webhookId}:${verified.id}`,
      text: storableText(verified.text),
    });
    switch (woken?.outcome) {
      case 'told':
      case 'written':
        return { outcome: woken.isRepeated ? 'already_accepted' : 'accepted' };
      case 'differs':
        return { outcome: 'refused', refusal: 'id_reused' };
      case 'full':
        return { outcome: 'refused', refusal: 'full' };
      case 'not_standing':
        return { outcome: 'refused', refusal: 'not_standing' };
      case undefined:
        return { outcome: 'unknown' };
    }
  }
}
