import { z } from 'zod';
import { decisionsOf, type TaskKind } from '../../domain/task.ts';
import { id, idempotencyKey, json, moment } from './fields.ts';

const kinds = Object.keys(decisionsOf) as [TaskKind, ...TaskKind[]];

export const listTasksQuery = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  conversationId: id.optional(),
});

/** A wait on a person. */
export const taskSchema = z
  .object({
    id,
    conversationId: id,
    conversationTitle: z.string(),
    kind: z.enum(kinds),
    state: z.enum(['open', 'answered', 'expired', 'withdrawn']),
    speaker: z.string().describe('The participant whose turn waits.'),
    turn: z.number().int(),
    seq: z.number().int(),
    detail: json.describe('What is asked: `prompt`, `failure` {type, message}, or the tool call.'),
    draft: z.string().nullable().describe('The message that a review is about.'),
    decisions: z.array(z.string()).describe('What may be decided.'),
    deadlineAt: moment.nullable(),
    onDeadline: z.string().describe('What happens when the deadline passes.'),
    decision: z.string().nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
  })
  .meta({ id: 'HumanTask' });

export const taskListSchema = z.object({ tasks: z.array(taskSchema) }).meta({ id: 'HumanTasks' });

export const answerTaskBody = z
  .object({
    decision: z
      .enum(['approve', 'approve_for_run', 'edit', 'reject', 'reply', 'retry', 'skip', 'stop'])
      .describe('One of the task’s `decisions`.'),
    text: z
      .string()
      .max(100_000)
      .refine((text) => !text.includes('\0'), 'contains a NUL character, which cannot be stored')
      .default('')
      .describe('The reply, the edited message or arguments, or the feedback of a rejection.'),
    idempotencyKey,
  })
  .meta({ id: 'AnswerTask' });

export type ApiTask = z.infer<typeof taskSchema>;
