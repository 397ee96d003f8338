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

export const idempotencyKey = storable(
  z
    .string()
    .min(1, 'is empty; leave it out, or give any text that is the same for a repeat')
    .max(200, 'is too long; at most 200 characters are taken'),
)
  .optional()
  .describe(
    'Any text of your own. The same text with the same request again, as after a lost connection, is the same deed; with another request it is refused (422).',
  );

/** Any JSON value. */
export const json = z.json().meta({ id: 'Json', description: 'Any JSON value.' });
