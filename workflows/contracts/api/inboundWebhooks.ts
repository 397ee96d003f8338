import { z } from 'zod';
import { id, moment, storable } from './fields.ts';

export const inboundWebhookSchema = z
  .object({
    id,
    name: z.string(),
    url: z.string().describe('The address to which a service posts.'),
    createdAt: moment,
    secretNumber: z.number().int().describe('From 0: how often its secret was exchanged.'),
    previousSecretUntil: moment
      .nullable()
      .describe('Until then the previous secret is accepted too; null: only the current one is.'),
    lastAcceptedAt: moment.nullable(),
    lastRefusedAt: moment.nullable(),
    lastRefusal: z.string().nullable().describe('Why, such as `signature_invalid`.'),
  })
  .meta({ id: 'InboundWebhook' });

export const inboundWebhooksSchema = z
  .object({ webhooks: z.array(inboundWebhookSchema).describe('In the order in which they were made.') })
  .meta({ id: 'InboundWebhooks' });

export const addInboundWebhookBody = z
  .strictObject({ name: storable(z.string().trim().min(1, 'is empty').max(100)) })
  .meta({ id: 'AddInboundWebhook' });

export const addedInboundWebhookSchema = z
  .object({
    webhook: inboundWebhookSchema,
    secret: z.string().describe('With which the service signs; it is returned only this once.'),
  })
  .meta({ id: 'AddedInboundWebhook' });

/** How long the secret before may be accepted. */
export const MOST_OVERLAP_SECONDS = 30 * 86_400;

export const rotateInboundWebhookBody = z
  .strictObject({
    secretNumber: z
      .number()
      .int()
      .min(0)
      .describe('Of the secret to replace, as listed, so that a repeated request replaces nothing.'),
    overlapSeconds: z
      .number()
      .int()
      .min(0)
      .max(MOST_OVERLAP_SECONDS, 'is more than 30 days')
      .default(86_400)
      .describe('How long the previous secret is accepted too. 0: not at all.'),
  })
  .meta({ id: 'RotateInboundWebhook' });

export const removedInboundWebhookSchema = z
  .object({ outcome: z.literal('removed') })
  .meta({ id: 'RemovedInboundWebhook' });
