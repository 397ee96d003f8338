import { z } from 'zod';
import type { TaskView } from '../conversations/view.ts';

/** A task as it comes from the database: its detail not yet read. */
export type TaskRow = Omit<TaskView, 'prompt' | 'failure'> & { detail: unknown };

const failure = z.object({ type: z.string(), message: z.string() });
const detailSchema = z.object({ prompt: z.string().optional(), failure: failure.optional() });

/** A task with its detail read; a detail of a form that this version does not know says nothing. */
export function taskView({ detail, ...task }: TaskRow): TaskView {
  const parsed = detailSchema.safeParse(detail);
  return {
    ...task,
    prompt: parsed.data?.prompt ?? null,
    failure: parsed.data?.failure ?? null,
  };
}
