import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

/** The lifetimes to choose from, in days; "never" must be chosen explicitly. */
export const TOKEN_LIFETIMES = ['30', '90', '365', 'never'] as const;

export const createTokenSchema = z.object({
  intent: z.literal('create'),
  name: z
    .string({ error: fault('tokens:faults.nameMissing') })
    .trim()
    .min(1, fault('tokens:faults.nameMissing'))
    .max(100),
  lifetime: z.enum(TOKEN_LIFETIMES, { error: fault('tokens:faults.lifetimeMissing') }),
});

/** The two actions of the page. */
export const tokenFormSchema = z.discriminatedUnion('intent', [
  createTokenSchema,
  z.object({ intent: z.literal('revoke'), tokenId: z.uuid() }),
]);

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a token with this lifetime expires; null for never. */
export function expiryOf(lifetime: (typeof TOKEN_LIFETIMES)[number], now: Date): Date | null {
  return lifetime === 'never' ? null : new Date(now.getTime() + Number(lifetime) * DAY_MS);
}
