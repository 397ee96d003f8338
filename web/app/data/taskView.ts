import { z } from 'zod';
import type { TaskView } from '../conversations/view.ts';

/** A task as it comes from the database: its detail not yet read. */
export type TaskRow = Omit<TaskView, 'scope' | 'prompt' | 'failure' | 'call'> & { detail: unknown };

const failure = z.object({ type: z.string(), message: z.string() });
const detailSchema = z.object({
  scope: z.string().optional(),
  prompt: z.string().optional(),
  failure: failure.optional(),
});
const callSchema = z.object({
  tool: z.string(),
  reason: z.string(),
  arguments: z.string().catch(''),
  toolCallId: z.string().nullable().catch(null),
});

/** A task with its detail read; a detail of a form that this version does not know says nothing. */
export function taskView({ detail, ...task }: TaskRow): TaskView {
  const parsed = detailSchema.safeParse(detail);
  return {
    ...task,
    scope: parsed.data?.scope ?? '',
    prompt: parsed.data?.prompt ?? null,
    failure: parsed.data?.failure ?? null,
    call: callSchema.safeParse(detail).data ?? null,
  };
}
