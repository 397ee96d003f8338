import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

const NAME = fault('webhooks:faults.nameMissing');

/** How long the secret before may be accepted, as the page offers it. */
export const overlaps = ['none', 'hour', 'day', 'week'] as const;
export type Overlap = (typeof overlaps)[number];

export const OVERLAP_SECONDS: Record<Overlap, number> = { none: 0, hour: 3_600, day: 86_400, week: 604_800 };

/** The forms of the page of a conversation's webhooks. */
export const inboundWebhookForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    name: z.string({ error: NAME }).trim().min(1, NAME).max(100, fault('webhooks:faults.nameTooLong')),
  }),
  z.object({
    intent: z.literal('rotate'),
    webhookId: z.uuid(),
    secretNumber: z.coerce.number().int().min(0),
    overlap: z.enum(overlaps),
  }),
  z.object({ intent: z.literal('remove'), webhookId: z.uuid() }),
]);
