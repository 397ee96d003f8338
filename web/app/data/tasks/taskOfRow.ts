import { z } from 'zod';
import { readAskedPeople } from '../../../../workflows/contracts/tasks/asking.ts';
import { type AskedOfTask, readAsked } from '../../../../workflows/contracts/tasks/registry.ts';
import { unpackShown } from '../messages/unpackShown.ts';
import type { TaskView } from './taskView.ts';

/** A task row from the database, with its detail not yet read. */
export type TaskRow = Omit<TaskView, 'scope' | 'asked' | keyof AskedOfTask> & {
  detail: unknown;
  detailIsPacked: boolean;
};

const scopeSchema = z.object({ scope: z.string() });

/** A task with its detail read; a detail in an unknown form is left empty. */
export function taskOfRow({ detail: stored, detailIsPacked, ...task }: TaskRow): TaskView {
  const cuts: Record<string, number> = {};
  const detail = detailIsPacked ? unpackShown(stored, 'detail', cuts) : stored;
  const scope = scopeSchema.safeParse(detail).data?.scope ?? '';
  return { ...task, scope, asked: readAskedPeople(detail), ...readAsked(task.kind, detail), cuts };
}
