import { z } from 'zod';
import { type AskedOfTask, readAsked } from '../../../../workflows/contracts/tasks/registry.ts';
import type { TaskView } from '../conversations/view.ts';
import { unpackShown } from '../messages/unpackShown.ts';

/** A task as it comes from the database: its detail not yet read. */
export type TaskRow = Omit<TaskView, 'scope' | keyof AskedOfTask> & {
  detail: unknown;
  detailIsPacked: boolean;
};

const scopeSchema = z.object({ scope: z.string() });

/** A task with its detail read; a detail of a form that this version does not know says nothing. */
export function taskView({ detail: stored, detailIsPacked, ...task }: TaskRow): TaskView {
  const cuts: Record<string, number> = {};
  const detail = detailIsPacked ? unpackShown(stored, 'detail', cuts) : stored;
  const scope = scopeSchema.safeParse(detail).data?.scope ?? '';
  return { ...task, scope, ...readAsked(task.kind, detail), cuts };
}
