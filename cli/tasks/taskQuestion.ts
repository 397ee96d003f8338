import type { ApiTask } from '../../workflows/contracts/api/tasks.ts';

/** What a task asks, in a line of the terminal. */
export type TaskQuestion = (task: ApiTask) => string;
