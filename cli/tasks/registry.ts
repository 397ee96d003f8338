import type { ApiTask } from '../../workflows/contracts/api/tasks.ts';
import type { TaskKind } from '../../workflows/domain/tasks/registry.ts';
import { approveToolCall } from './kinds/approveToolCall.ts';
import { giveInput } from './kinds/giveInput.ts';
import { resolveError } from './kinds/resolveError.ts';
import { reviewMessage } from './kinds/reviewMessage.ts';
import { wait } from './kinds/wait.ts';
import type { TaskQuestion } from './taskQuestion.ts';

/** Every kind of human task, as the terminal asks about it. */
const taskQuestions = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
  wait,
} satisfies Record<TaskKind, TaskQuestion>;

/** A task's question. */
export function questionOf(task: ApiTask): string {
  return taskQuestions[task.kind](task);
}
