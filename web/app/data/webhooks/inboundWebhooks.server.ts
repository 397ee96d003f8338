import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { recordAudit } from '../audit/recordAudit.server.ts';
import { isUniqueViolation } from '../database/isUniqueViolation.server.ts';
import { type SecretRow, webhookSecret } from './webhookSecret.server.ts';

/** An inbound webhook without its secret. */
export interface InboundWebhookView {
  id: string;
  name: string;
  url: string;
  createdAt: string;
  /** From 0: how often its secret was exchanged. */
  secretNumber: number;
  /** Until then the previous secret is accepted too; null: only the current one is. */
  previousSecretUntil: string | null;
  lastAcceptedAt: string | null;
  lastRefusedAt: string | null;
  /** Why, in a word. */
  lastRefusal: string | null;
}

const SHOWN = {
  id: true,
  name: true,
  createdAt: true,
  secretNumber: true,
  previousSecretUntil: true,
  lastAcceptedAt: true,
  lastRefusedAt: true,
  lastRefusal: true,
} as const;

interface Row extends SecretRow {
  name: string;
  createdAt: Date;
  lastAcceptedAt: Date | null;
  lastRefusedAt: Date | null;
  lastRefusal: string | null;
}

/** The webhooks that wake a conversation; null if the project has no such conversation. */
export async function listInboundWebhooks(
  { projectId }: ProjectScope,
  conversationId: string,
): Promise<{ title: string; webhooks: InboundWebhookView[] } | null> {
  const conversation = await services().database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: {
      title: true,
      inboundWebhooks: { where: { projectId }, orderBy: { createdAt: 'asc' }, select: SHOWN },
    },
  });
  if (conversation === null) return null;
  return { title: conversation.title, webhooks: conversation.inboundWebhooks.map(viewOf) };
}

export type AddInboundWebhookResult =
  /** The secret is returned only this once. */
  { outcome: 'added'; webhook: InboundWebhookView; secret: string } | { outcome: 'name_taken' };

/** Makes a webhook that wakes a conversation; null if the project has no such conversation. */
export async function addInboundWebhook(
  scope: ProjectScope,
  { userId, conversationId, name }: { userId: string; conversationId: string; name: string },
): Promise<AddInboundWebhookResult | null> {
  const { database, environment } = services();
  const { projectId } = scope;
  if ((await database.conversation.count({ where: { id: conversationId, projectId } })) === 0) return null;
  try {
    const row = await database.$transaction(async (transaction) => {
      const created = await transaction.inboundWebhook.create({
        data: { projectId, conversationId, name, createdBy: userId },
        select: SHOWN,
      });
      const detail = { conversationId, name };
      const subject = { subjectType: 'webhook', subjectId: created.id } as const;
      await recordAudit(transaction, scope, { userId, action: 'inbound_webhook.add', ...subject, detail });
      return created;
    });
    const secret = webhookSecret(environment.SESSION_SECRET ?? '', row);
    return { outcome: 'added', webhook: viewOf(row), secret };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { outcome: 'name_taken' };
  }
}

export type RotateInboundWebhookResult =
  /** The secret is returned only this once. */
  | { outcome: 'rotated'; webhook: InboundWebhookView; secret: string }
  /** It has another secret already than the one that was to be replaced. */
  | { outcome: 'already_rotated' };

/**
 * Gives a webhook another secret. The one that it replaces is taken for so many seconds more, so that the service can change
 * over without losing a message; an older one is not taken any more. Null if the conversation has no such webhook.
 */
export async function rotateInboundWebhook(
  scope: ProjectScope,
  {
    userId,
    conversationId,
    webhookId,
    secretNumber,
    overlapSeconds,
  }: {
    userId: string;
    conversationId: string;
    webhookId: string;
    /** Of the secret that is replaced: a second submit replaces nothing. */
    secretNumber: number;
    overlapSeconds: number;
  },
): Promise<RotateInboundWebhookResult | null> {
  const { database, environment } = services();
  const { projectId } = scope;
  const where = { id: webhookId, conversationId, projectId };
  const row = await database.$transaction(async (transaction) => {
    const until = new Date(Date.now() + overlapSeconds * 1_000);
    const { count } = await transaction.inboundWebhook.updateMany({
      where: { ...where, secretNumber },
      data: {
        secretNumber: { increment: 1 },
        previousSecretUntil: overlapSeconds === 0 ? null : until,
      },
    });
    const found = await transaction.inboundWebhook.findFirst({ where, select: SHOWN });
    if (count > 0 && found !== null) {
      const subject = { subjectType: 'webhook', subjectId: webhookId } as const;
      const detail = { conversationId, overlapSeconds };
      await recordAudit(transaction, scope, { userId, action: 'inbound_webhook.rotate', ...subject, detail });
    }
    return found === null ? null : { found, isRotated: count > 0 };
  });
  if (row === null) return null;
  if (!row.isRotated) return { outcome: 'already_rotated' };
  const secret = webhookSecret(environment.SESSION_SECRET ?? '', row.found);
  return { outcome: 'rotated', webhook: viewOf(row.found), secret };
}

/** Removes a webhook: nothing can be posted to its address any more. False if the conversation has no such webhook. */
export async function removeInboundWebhook(
  scope: ProjectScope,
  { userId, conversationId, webhookId }: { userId: string; conversationId: string; webhookId: string },
): Promise<boolean> {
  const { projectId } = scope;
  return services().database.$transaction(async (transaction) => {
    const where = { id: webhookId, conversationId, projectId };
    const { count } = await transaction.inboundWebhook.deleteMany({ where });
    if (count === 0) return false;
    const subject = { subjectType: 'webhook', subjectId: webhookId } as const;
    await recordAudit(transaction, scope, { userId, action: 'inbound_webhook.remove', ...subject });
    return true;
  });
}

function viewOf(row: Row): InboundWebhookView {
  return {
    id: row.id,
    name: row.name,
    url: `${services().appUrl}/webhooks/${row.id}`,
    createdAt: row.createdAt.toISOString(),
    secretNumber: row.secretNumber,
    previousSecretUntil:
      row.previousSecretUntil !== null && row.previousSecretUntil > new Date()
        ? row.previousSecretUntil.toISOString()
        : null,
    lastAcceptedAt: row.lastAcceptedAt?.toISOString() ?? null,
    lastRefusedAt: row.lastRefusedAt?.toISOString() ?? null,
    lastRefusal: row.lastRefusal,
  };
}
