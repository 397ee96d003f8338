import { z } from 'zod';

/** Fields that several of the API's schemas have. */

export const id = z.uuid();

/** A moment, as ISO 8601 in UTC. */
export const moment = z.iso.datetime({ offset: true });

export const idempotencyKey = z
  .string()
  .min(1, 'is empty; leave it out, or give any text that is the same for a repeat')
  .max(200, 'is too long; at most 200 characters are taken')
  .optional()
  .describe('Any text of your own. The same text again, as after a lost connection, is the same deed.');

/** Any JSON value. */
export const json = z.json().meta({ id: 'Json', description: 'Any JSON value.' });
