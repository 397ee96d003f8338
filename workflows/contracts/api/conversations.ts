import { z } from 'zod';
import { outsideEndKinds } from '../../domain/conversation/outsideEnds.ts';
import { conversationStates } from '../../domain/recordStates.ts';
import { wakeUpSources } from '../../domain/recordStates.ts';
import { taskInputSchema } from '../taskInput.ts';
import { id, idempotencyKey, moment, storable } from './fields.ts';
import { pendingWorkSchema } from './pending.ts';

/** A task as the API takes it. */
export const task = taskInputSchema.meta({
  id: 'Task',
  description:
    'Like the argument of AutoGen’s `run(task=…)`: a text, a message, several messages, or null to continue without one. An image is `{data}`, base64 or a data: URL of a PNG, JPEG, GIF or WebP file of at most 5 MB.',
});

const key = { idempotencyKey };

export const startConversationBody = z
  .strictObject({
    teamId: id.optional().describe('Starts the newest version of this team.'),
    team: storable(z.string().min(1).max(200))
      .optional()
      .describe('Starts the newest version of the team with this name.'),
    teamVersionId: id.optional().describe('Starts this version of a team.'),
    task,
    standing: z
      .boolean()
      .default(false)
      .describe('Whether it sleeps when a run has ended, until something wakes it.'),
    wakes: id
      .optional()
      .describe(
        'A standing conversation: each end of a run wakes it, with the outcome and the last message.',
      ),
    ...key,
  })
  .refine(({ teamId, team, teamVersionId }) => [teamId, team, teamVersionId].filter(Boolean).length === 1, {
    message: 'give exactly one of teamId, team and teamVersionId',
  })
  .meta({ id: 'StartConversation' });

export const continueConversationBody = z.strictObject({ task, ...key }).meta({ id: 'ContinueConversation' });

export const postMessageBody = z
  .strictObject({
    text: storable(z.string().min(1, 'is empty').max(100_000)),
    ...key,
  })
  .meta({ id: 'PostMessage' });

export const wakeConversationBody = z
  .strictObject({
    text: storable(z.string().min(1, 'is empty').max(100_000))
      .optional()
      .describe('What the team is told; left out: only that it was woken.'),
    ...key,
  })
  .meta({ id: 'WakeConversation' });

export const setWakesBody = z
  .strictObject({
    wakes: id.nullable().describe('A standing conversation; null: its ends wake none.'),
  })
  .meta({ id: 'SetWakes' });

export const setStandingBody = z.strictObject({ standing: z.boolean() }).meta({ id: 'SetStanding' });

const outsideEnd = z
  .enum(outsideEndKinds)
  .nullable()
  .describe('What ended it from outside, in Temporal or its schedule; null: it ended by itself, or goes on.');

export const runSchema = z
  .object({
    run: z.number().int().describe('From 0.'),
    hasTask: z
      .boolean()
      .describe('Whether it began with a task; a run without one continues where the previous run stopped.'),
    state: z
      .enum(conversationStates)
      .nullable()
      .describe('Its state or outcome; null if it ended before outcomes were recorded.'),
    stopReason: z.string().nullable().describe('Why it ended, in AutoGen’s words if it has any.'),
    outsideEnd,
    startedAt: moment,
    endedAt: moment.nullable(),
    wokenBy: z
      .array(
        z.object({
          source: z.enum(wakeUpSources),
          sourceId: z.string().nullable().describe('The webhook, schedule or conversation.'),
          name: z.string().nullable().describe('Its name then, or that of the person.'),
          at: moment,
        }),
      )
      .describe('What woke the standing conversation for it, in order; empty if a person gave it its task.'),
  })
  .meta({ id: 'Run' });

export const conversationSchema = z
  .object({
    id,
    title: z.string(),
    state: z.enum(conversationStates),
    stopReason: z.string().nullable().describe('Why the newest run ended, in AutoGen’s words if it has any.'),
    outsideEnd,
    run: z.number().int().describe('The newest run, from 0; each further task starts another.'),
    team: z.object({ id, name: z.string(), version: z.number().int() }),
    totals: z
      .object({
        turns: z.number().int(),
        messages: z.number().int(),
        promptTokens: z.number().int(),
        completionTokens: z.number().int(),
        costMicroUsd: z.number().int().describe('Millionths of a US dollar.'),
        unpricedCalls: z
          .number()
          .int()
          .describe('Calls without a known price; the cost does not include them.'),
        unknownCalls: z
          .number()
          .int()
          .describe('Calls that may have been paid for although no answer was stored.'),
      })
      .describe('Totals of all runs.'),
    revision: z.number().int().describe('Increases with every change.'),
    createdAt: moment,
    endedAt: moment.nullable().describe('When its newest run ended; null while one is going.'),
    standing: z.boolean().describe('Whether it sleeps when a run has ended, until something wakes it.'),
    wakes: id.nullable().describe('The standing conversation that each end of a run of it wakes.'),
    waitingWakeUps: z.number().int().describe('How many wake-ups wait until its run has ended.'),
  })
  .meta({ id: 'Conversation' });

export const conversationWithRunsSchema = conversationSchema
  .extend({
    runs: z.array(runSchema).describe('In order.'),
    pending: pendingWorkSchema.nullable().describe('The work in progress; null if the conversation is over.'),
  })
  .meta({ id: 'ConversationWithRuns' });

export const conversationPageSchema = z
  .object({
    conversations: z.array(conversationSchema).describe('Newest first.'),
    next: z.string().nullable().describe('The cursor of the next page; null on the last page.'),
  })
  .meta({ id: 'ConversationPage' });

export const listConversationsQuery = z.strictObject({
  state: z.enum(conversationStates).optional(),
  teamId: id.optional(),
  search: storable(z.string().max(200)).optional().describe('Text to search for in titles and messages.'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** A started run: "started", or "written" where its workflow follows as soon as Temporal answers. */
export const startedSchema = z
  .object({ outcome: z.enum(['started', 'written']), conversationId: id, run: z.number().int() })
  .meta({ id: 'StartedRun' });

/** "done", or "handed_in" if no worker has accepted it yet; repeating it under its key counts once. */
export const deliverySchema = z.object({ outcome: z.enum(['done', 'handed_in']) }).meta({ id: 'Delivery' });

export type ApiConversation = z.infer<typeof conversationSchema>;
export type ApiConversationWithRuns = z.infer<typeof conversationWithRunsSchema>;
export type ApiRun = z.infer<typeof runSchema>;
