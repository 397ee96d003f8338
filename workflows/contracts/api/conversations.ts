import { z } from 'zod';
import { conversationStates } from '../../domain/recordStates.ts';
import { taskInputSchema } from '../taskInput.ts';
import { id, idempotencyKey, moment, storable } from './fields.ts';
import { pendingWorkSchema } from './pending.ts';

const task = taskInputSchema.meta({
  id: 'Task',
  description:
    'As AutoGen’s `run(task=…)` takes it: a text, a message, several messages, or null to go on without one. An image is `{data}`, base64 or a data: URL of a PNG, JPEG, GIF or WebP file of at most 5 MB.',
});

const key = { idempotencyKey };

export const startConversationBody = z
  .strictObject({
    teamId: id.optional().describe('The newest version of this team.'),
    team: storable(z.string().min(1).max(200))
      .optional()
      .describe('The newest version of the team of this name.'),
    teamVersionId: id.optional().describe('This version of a team.'),
    task,
    ...key,
  })
  .refine(({ teamId, team, teamVersionId }) => [teamId, team, teamVersionId].filter(Boolean).length === 1, {
    message: 'names no team, or several; give exactly one of teamId, team and teamVersionId',
  })
  .meta({ id: 'StartConversation' });

export const continueConversationBody = z.strictObject({ task, ...key }).meta({ id: 'ContinueConversation' });

export const postMessageBody = z
  .strictObject({
    text: storable(z.string().min(1, 'is empty').max(100_000)),
    ...key,
  })
  .meta({ id: 'PostMessage' });

export const runSchema = z
  .object({
    run: z.number().int().describe('From 0.'),
    hasTask: z
      .boolean()
      .describe('Whether it began with a task; one without goes on where the run before it stood.'),
    state: z
      .enum(conversationStates)
      .nullable()
      .describe('How it stands or how it ended; null: it ended before that was kept.'),
    stopReason: z.string().nullable().describe('Why it ended; AutoGen’s words where it has some.'),
    startedAt: moment,
    endedAt: moment.nullable(),
  })
  .meta({ id: 'Run' });

export const conversationSchema = z
  .object({
    id,
    title: z.string(),
    state: z.enum(conversationStates),
    stopReason: z
      .string()
      .nullable()
      .describe('Why the newest run ended; AutoGen’s words where it has some.'),
    run: z.number().int().describe('The newest run, from 0; each further task begins the next.'),
    team: z.object({ id, name: z.string(), version: z.number().int() }),
    totals: z
      .object({
        turns: z.number().int(),
        messages: z.number().int(),
        promptTokens: z.number().int(),
        completionTokens: z.number().int(),
        costMicroUsd: z.number().int().describe('Millionths of a US dollar.'),
        unpricedCalls: z.number().int().describe('Calls whose price is not known: the cost leaves them out.'),
        unknownCalls: z.number().int().describe('Calls that may have been paid for without an answer.'),
      })
      .describe('Over all runs.'),
    revision: z.number().int().describe('Raised by every change.'),
    createdAt: moment,
    endedAt: moment.nullable(),
  })
  .meta({ id: 'Conversation' });

export const conversationWithRunsSchema = conversationSchema
  .extend({
    runs: z.array(runSchema).describe('In their order.'),
    pending: pendingWorkSchema.nullable().describe('What is under way; null: it is over.'),
  })
  .meta({ id: 'ConversationWithRuns' });

export const conversationPageSchema = z
  .object({
    conversations: z.array(conversationSchema).describe('Newest first.'),
    next: z.string().nullable().describe('The cursor of the next page; null: there is none.'),
  })
  .meta({ id: 'ConversationPage' });

export const listConversationsQuery = z.strictObject({
  state: z.enum(conversationStates).optional(),
  teamId: id.optional(),
  search: storable(z.string().max(200)).optional().describe('Looked for in titles and messages.'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** A started run: "started", or "written" where its workflow follows as soon as Temporal answers. */
export const startedSchema = z
  .object({ outcome: z.enum(['started', 'written']), conversationId: id, run: z.number().int() })
  .meta({ id: 'StartedRun' });

/** "done", or "handed_in" where no worker has taken it in yet; sending it again under its key counts once. */
export const deliverySchema = z.object({ outcome: z.enum(['done', 'handed_in']) }).meta({ id: 'Delivery' });

export type ApiConversation = z.infer<typeof conversationSchema>;
export type ApiConversationWithRuns = z.infer<typeof conversationWithRunsSchema>;
export type ApiRun = z.infer<typeof runSchema>;
