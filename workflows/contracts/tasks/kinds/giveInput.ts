import { z } from 'zod';
import { inputDeadlines } from '../../../domain/tasks/kinds/giveInput.ts';
import { taskBase, type TaskContract } from '../contract.ts';

const detailSchema = z.object({ prompt: z.string() });

export const giveInput = {
  task: z.object({ kind: z.literal('give_input'), ...taskBase, onDeadline: z.enum(inputDeadlines) }),
  fields: { prompt: z.string().nullable().describe('What a give_input asks.') },
  read: (detail: unknown): { prompt: string | null } => ({
    prompt: detailSchema.safeParse(detail).data?.prompt ?? null,
  }),
  texts: { reply: { empty: 'Write your answer first.' } },
} satisfies TaskContract<'give_input'>;
