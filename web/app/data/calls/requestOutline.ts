import { z } from 'zod';
import type { RequestOutline } from '../../../../workflows/domain/request/outline.ts';

/**
 * An outline from its jsonb column, which does not keep the order of keys. zod restores the order in which the
 * request was written, so that the rebuilt bytes are the same.
 */
export const requestOutlineSchema: z.ZodType<RequestOutline> = z.object({
  renderer: z.literal(1),
  agent: z.string(),
  parameters: z.object({ model: z.string(), temperature: z.number().exactOptional() }),
  entries: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('literal'),
        message: z.object({
          role: z.enum(['system', 'user', 'assistant']),
          content: z.string(),
          name: z.string().exactOptional(),
        }),
      }),
      z.object({ kind: z.literal('transcript'), fromSeq: z.number(), toSeq: z.number() }),
    ]),
  ),
});
