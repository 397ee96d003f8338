import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

const NAME = fault('webhooks:faults.nameMissing');

/** The forms of the page of a conversation's webhooks. */
export const inboundWebhookForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    name: z.string({ error: NAME }).trim().min(1, NAME).max(100, fault('webhooks:faults.nameTooLong')),
  }),
  z.object({ intent: z.literal('remove'), webhookId: z.uuid() }),
]);
