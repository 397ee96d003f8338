import { z } from 'zod';
import { fault } from '../../languages/fault.ts';

const MICRO = 1_000_000;

/** Dollars per million tokens as typed, converted to micro-dollars: up to six digits after the point. */
const usdPerMillion = z
  .string({ error: fault('prices:faults.amountMissing') })
  .trim()
  .regex(/^\d{1,6}([.,]\d{1,6})?$/, fault('prices:faults.amountInvalid'))
  .transform((text) => BigInt(Math.round(Number(text.replace(',', '.')) * MICRO)));

/** Sets the price of a model. `form` names the page's form that was sent, so that the response returns to it. */
export const setPriceSchema = z.object({
  intent: z.literal('set'),
  form: z.string(),
  model: z
    .string({ error: fault('prices:faults.modelMissing') })
    .trim()
    .min(1, fault('prices:faults.modelMissing'))
    .max(200),
  inputUsdPerMillion: usdPerMillion,
  outputUsdPerMillion: usdPerMillion,
});

/** The two actions of the price table. */
export const priceFormSchema = z.discriminatedUnion('intent', [
  setPriceSchema,
  z.object({ intent: z.literal('remove'), model: z.string().min(1).max(200) }),
]);

/** Micro-dollars in the form's notation. @example usdText(150_000n) // "0.15" */
export function usdText(microUsd: bigint): string {
  const text = (Number(microUsd) / MICRO).toFixed(6).replace(/0{1,6}$/, '');
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
