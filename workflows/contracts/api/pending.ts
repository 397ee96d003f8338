import { z } from 'zod';
import { failureTextSchema } from '../failureText.ts';
import { moment } from './fields.ts';

/** What is happening in a conversation, or why nothing is. */
export const pendingWorkSchema = z
  .object({
    away: failureTextSchema.nullable().describe('Why Temporal cannot be reached; null if it can.'),
    noWorker: z.boolean().describe('Whether there is work that no worker picks up.'),
    steps: z
      .array(
        z.object({
          step: z.string().describe('The activity: `generateReply`, `callTool`, …'),
          attempt: z.number().int().describe('The current or next attempt, from 1.'),
          lastFailure: failureTextSchema.nullable().describe('Why the previous attempt failed.'),
          nextAttemptAt: moment.nullable(),
        }),
      )
      .describe('The steps that are in progress or being retried.'),
  })
  .meta({ id: 'PendingWork' });

export type ApiPendingWork = z.infer<typeof pendingWorkSchema>;
