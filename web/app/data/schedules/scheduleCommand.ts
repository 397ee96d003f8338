import { z } from 'zod';
import {
  carriedOutSchema,
  pauseNoteSchema,
} from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import { overlapPolicies } from '../../../../workflows/domain/schedules/states.ts';

const range = { from: z.string(), until: z.string(), overlap: z.enum(overlapPolicies) };

/** What a person can ask for on the page of a schedule. */
export const scheduleCommandSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('pause'), note: pauseNoteSchema }),
  z.object({ intent: z.literal('resume'), note: pauseNoteSchema }),
  z.object({ intent: z.literal('restore') }),
  z.object({ intent: z.literal('delete') }),
  z.object({ intent: z.literal('trigger'), idempotencyKey: z.uuid() }),
  z.object({
    intent: z.literal('carry'),
    runId: z.guid(),
    // Forms send two characters for a line break.
    text: z
      .string()
      .transform((text) => text.replace(/\r\n?/g, '\n'))
      .pipe(carriedOutSchema),
  }),
  z.object({ intent: z.literal('count'), ...range }),
  z.object({ intent: z.literal('backfill'), ...range, idempotencyKey: z.uuid() }),
]);
