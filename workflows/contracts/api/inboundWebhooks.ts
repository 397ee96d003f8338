import { z } from 'zod';
import { id, moment, storable } from './fields.ts';

export const inboundWebhookSchema = z
  .object({
    id,
    name: z.string(),
    url: z.string().describe('The address to which a service posts.'),
    createdAt: moment,
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
    secret: z.string().describe('With which the service signs. It is told this one time.'),
  })
  .meta({ id: 'AddedInboundWebhook' });

export const removedInboundWebhookSchema = z
  .object({ outcome: z.literal('removed') })
  .meta({ id: 'RemovedInboundWebhook' });
