import { z } from 'zod';
import { taskStates } from '../../domain/recordStates.ts';
import { allTaskKinds, personDecisions } from '../../domain/tasks/registry.ts';
import { askedSchema } from '../tasks/asking.ts';
import { taskFields } from '../tasks/registry.ts';
import { id, idempotencyKey, moment, storable } from './fields.ts';
import { truncated } from './messages.ts';

export const listTasksQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  conversationId: id.optional(),
});

/** A wait on a person. */
export const taskSchema = z
  .object({
    id,
    conversationId: id,
    conversationTitle: z.string(),
    kind: z.enum(allTaskKinds),
    state: z.enum(taskStates),
    speaker: z.string().describe('The participant whose turn is waiting.'),
    turn: z.number().int(),
    seq: z.number().int(),
    scope: z.string().describe('The team whose turn is waiting: "" for the conversation’s own.'),
    ...taskFields,
    draft: z
      .string()
      .nullable()
      .optional()
      .describe('The message under review, at most 16,000 characters; omitted from events.'),
    asked: askedSchema.nullable(),
    votes: z
      .object({
        needed: z.int().describe('How many have to approve.'),
        approved: z.int(),
        cast: z.array(
          z.object({
            name: z.string().nullable().describe('Null: the account is gone.'),
            decision: z.string(),
            at: moment,
          }),
        ),
      })
      .nullable()
      .describe('Where several have to agree: who has decided what so far. Null: one answer decides.'),
    decisions: z.array(z.string()).describe('The decisions to choose from.'),
    deadlineAt: moment.nullable(),
    onDeadline: z.string().describe('What happens when the deadline passes.'),
    decision: z.string().nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
    truncated: truncated.optional(),
  })
  .meta({ id: 'HumanTask' });

/** What became of an answer to a task. */
export const answeredSchema = z
  .object({
    outcome: z
      .enum(['done', 'handed_in', 'recorded'])
      .describe('`recorded`: the vote stands, and others still have to agree.'),
    votes: z
      .object({ approved: z.int(), needed: z.int() })
      .optional()
      .describe('How many have approved, of how many that have to; where it is `recorded`.'),
  })
  .meta({ id: 'Answered' });

export const taskListSchema = z.object({ tasks: z.array(taskSchema) }).meta({ id: 'HumanTasks' });

export const answerTaskBody = z
  .strictObject({
    decision: z.enum(personDecisions).describe('One of the task’s `decisions`.'),
    text: storable(z.string().max(100_000))
      .optional()
      .describe(
        'The reply (which may be empty, as in AutoGen), the edited message or arguments, or the feedback of a rejection.',
      ),
    idempotencyKey,
  })
  .meta({ id: 'AnswerTask' });

export type ApiTask = z.infer<typeof taskSchema>;
