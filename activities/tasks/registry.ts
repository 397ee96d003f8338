import type { TaskKind } from '../../workflows/domain/tasks/registry.ts';
import { approveToolCall } from './kinds/approveToolCall.ts';
import { giveInput } from './kinds/giveInput.ts';
import { resolveError } from './kinds/resolveError.ts';
import { reviewMessage } from './kinds/reviewMessage.ts';
import { wait } from './kinds/wait.ts';
import type { TaskWork } from './taskWork.ts';

/** Every kind of human task in the database. */
const taskWork = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
  wait,
} satisfies { [Kind in TaskKind]: TaskWork<Kind> };

/** What is written of a task's kind. */
export function workOf(kind: TaskKind) {
  // Each kind is registered under its own name, so it gets its own tasks; TypeScript can't infer that.
  return taskWork[kind] as TaskWork<TaskKind>;
}
