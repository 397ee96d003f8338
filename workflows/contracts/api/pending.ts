import { z } from 'zod';
import { failureTextSchema } from '../failureText.ts';
import { moment } from './fields.ts';

/** What goes on behind a conversation, or why nothing does. */
export const pendingWorkSchema = z
  .object({
    away: failureTextSchema.nullable().describe('Temporal, where it cannot be reached.'),
    noWorker: z.boolean().describe('Whether work lies there that no worker takes up.'),
    steps: z
      .array(
        z.object({
          step: z.string().describe('What is being done: `generateReply`, `callTool`, …'),
          attempt: z.number().int().describe('Which attempt is under way or comes next, from 1.'),
          lastFailure: failureTextSchema.nullable().describe('Why the attempt before failed.'),
          nextAttemptAt: moment.nullable(),
        }),
      )
      .describe('What is under way, or is tried again.'),
  })
  .meta({ id: 'PendingWork' });

export type ApiPendingWork = z.infer<typeof pendingWorkSchema>;
