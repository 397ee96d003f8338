import type { TaskWork } from '../taskWork.ts';

export const resolveError: TaskWork<'resolve_error'> = {
  detail: (_database, { task }) => ({ failure: task.failure }),
  /** What was decided is the workflow's to do: nothing of it stands in the transcript. */
  carryOut: () => Promise.resolve(null),
};
