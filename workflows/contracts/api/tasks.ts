import { z } from 'zod';
import { taskStates } from '../../domain/recordStates.ts';
import { allTaskKinds, personDecisions } from '../../domain/tasks/registry.ts';
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
    speaker: z.string().describe('The participant whose turn waits.'),
    turn: z.number().int(),
    seq: z.number().int(),
    scope: z.string().describe('Which team’s turn waits: "" the conversation’s own.'),
    ...taskFields,
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
    decision: z.enum(personDecisions).describe('One of the task’s `decisions`.'),
    text: storable(z.string().max(100_000))
      .optional()
      .describe(
        'The reply (which may be empty, as a person’s line in AutoGen may), the edited message or arguments, or the feedback of a rejection.',
      ),
    idempotencyKey,
  })
  .meta({ id: 'AnswerTask' });

export type ApiTask = z.infer<typeof taskSchema>;
