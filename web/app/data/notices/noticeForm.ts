import { z } from 'zod';
import { mailPaces } from '../../../../workflows/domain/notices/noticeStates.ts';
import { SECRET_NAME } from '../../../../workflows/domain/secretName.ts';
import { isTimeZone } from '../../../../workflows/domain/time/zone.ts';
import { fault } from '../../languages/fault.ts';

/** How often a person wants mails. */
export const paceSchema = z.object({
  intent: z.literal('pace'),
  mailPace: z.enum(mailPaces),
  timeZone: z
    .string({ error: fault('notices:faults.zone') })
    .trim()
    .max(100)
    .refine(isTimeZone, fault('notices:faults.zone')),
});

/** Where programs are told. The secret is not among it: it is in the worker's environment, under this name. */
export const webhookSchema = z.object({
  intent: z.literal('webhook'),
  url: z
    .string({ error: fault('notices:faults.url') })
    .trim()
    .max(2_000)
    .refine(isWebhookUrl, fault('notices:faults.url')),
  secretName: z
    .string({ error: fault('notices:faults.secretName') })
    .trim()
    .regex(SECRET_NAME, fault('notices:faults.secretName')),
});

/** The forms of the page of notices. */
export const noticesFormSchema = z.discriminatedUnion('intent', [
  paceSchema,
  webhookSchema,
  z.object({ intent: z.literal('remove'), webhookId: z.uuid() }),
]);

function isWebhookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
