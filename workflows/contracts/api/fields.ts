import { z } from 'zod';
import { isStorable, NOT_STORABLE } from '../storableText.ts';

/** Fields that several of the API's schemas have. */

export const id = z.uuid();

/** A moment, as ISO 8601 in UTC. */
export const moment = z.iso.datetime({ offset: true });

/** A text that PostgreSQL can keep. */
export function storable(text: z.ZodString): z.ZodString {
  return text.refine(isStorable, NOT_STORABLE);
}

/** Text to search for. */
export const search = storable(z.string().max(200)).optional();

export const idempotencyKey = storable(
  z
    .string()
    .min(1, 'is empty; leave it out, or send a text that you repeat when you repeat the request')
    .max(200, 'is too long; at most 200 characters are accepted'),
)
  .optional()
  .describe(
    'A text of your choice. Repeating the same request with the same text, for example after a lost connection, has no further effect; the same text with a different request is refused (422).',
  );

/** Any JSON value. */
export const json = z.json().meta({ id: 'Json', description: 'Any JSON value.' });
