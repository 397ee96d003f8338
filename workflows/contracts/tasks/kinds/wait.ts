import { z } from 'zod';
import { taskBase, type TaskContract } from '../contract.ts';

/** What an agent waits for. */
export interface AskedWait {
  reason: string;
  toolCallId: string | null;
}

const detailSchema = z.object({ reason: z.string(), toolCallId: z.string().nullable().catch(null) });

export const wait = {
  task: z.object({
    kind: z.literal('wait'),
    ...taskBase,
    onDeadline: z.literal('go_on'),
    index: z.number().int(),
    tool: z.string(),
  }),
  fields: {
    wait: z
      .object({ reason: z.string().describe('What the agent waits for, in its own words.') })
      .nullable()
      .describe('Of a wait: it asks nobody, and is over at its deadline; `wake` ends it before.'),
  },
  read: (detail: unknown): { wait: AskedWait | null } => ({
    wait: detailSchema.safeParse(detail).data ?? null,
  }),
  texts: {},
} satisfies TaskContract<'wait'>;
