import { z } from 'zod';
import { failureTextSchema } from '../failureText.ts';
import { taskKinds } from '../../domain/task.ts';
import { taskStates } from '../../domain/recordStates.ts';
import { truncated } from './messages.ts';
import { id, idempotencyKey, moment, storable } from './fields.ts';

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
    kind: z.enum(taskKinds),
    state: z.enum(taskStates),
    speaker: z.string().describe('The participant whose turn waits.'),
    turn: z.number().int(),
    seq: z.number().int(),
    scope: z.string().describe('Which team’s turn waits: "" the conversation’s own.'),
    prompt: z.string().nullable().describe('What a give_input asks.'),
    failure: failureTextSchema.nullable().describe('What went wrong, of a resolve_error.'),
    call: z
      .object({
        tool: z.string(),
        arguments: z
          .string()
          .describe('JSON text, or what the model took for that; at most 8,000 characters of it.'),
        reason: z
          .string()
          .describe('`policy`: the team wants it. `outcome_unknown`: it may have been carried out already.'),
      })
      .nullable()
      .describe('The tool call that an approve_tool_call is about.'),
    draft: z
      .string()
      .nullable()
      .optional()
      .describe('The message that a review is about, at most 16,000 characters of it; not in events.'),
    decisions: z.array(z.string()).describe('What may be decided.'),
    deadlineAt: moment.nullable(),
    onDeadline: z.string().describe('What happens when the deadline passes.'),
    decision: z.string().nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
    truncated: truncated.optional(),
  })
  .meta({ id: 'HumanTask' });

export const taskListSchema = z.object({ tasks: z.array(taskSchema) }).meta({ id: 'HumanTasks' });

export const answerTaskBody = z
  .strictObject({
    decision: z
      .enum([
        'approve',
        'approve_for_run',
        'edit',
        'reject',
        'reply',
        'retry',
        'without_tools',
        'skip',
        'stop',
      ])
      .describe('One of the task’s `decisions`.'),
    text: storable(z.string().max(100_000))
      .optional()
      .describe(
        'The reply (which may be empty, as a person’s line in AutoGen may), the edited message or arguments, or the feedback of a rejection.',
      ),
    idempotencyKey,
  })
  .meta({ id: 'AnswerTask' });

export type ApiTask = z.infer<typeof taskSchema>;
