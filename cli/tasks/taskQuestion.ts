import type { ApiTask } from '../../workflows/contracts/api/tasks.ts';

/** A task's question, in one line for the terminal. */
export type TaskQuestion = (task: ApiTask) => string;
