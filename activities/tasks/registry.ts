import type { TaskKind } from '../../workflows/domain/tasks/registry.ts';
import { approveToolCall } from './kinds/approveToolCall.ts';
import { giveInput } from './kinds/giveInput.ts';
import { resolveError } from './kinds/resolveError.ts';
import { reviewMessage } from './kinds/reviewMessage.ts';
import type { TaskWork } from './taskWork.ts';

/** Every kind of human task in the database. */
const taskWork = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
} satisfies { [Kind in TaskKind]: TaskWork<Kind> };

/** What is written of a task's kind. */
export function workOf(kind: TaskKind) {
  // Each kind stands under its own name, so that it is given its own tasks; TypeScript can't follow.
  return taskWork[kind] as TaskWork<TaskKind>;
}
