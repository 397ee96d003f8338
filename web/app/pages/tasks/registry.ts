import type { PersonDecision, TaskKind } from '../../../../workflows/domain/tasks/registry.ts';
import { approveToolCall } from './kinds/approveToolCall.tsx';
import { giveInput } from './kinds/giveInput.tsx';
import { resolveError } from './kinds/resolveError.tsx';
import { reviewMessage } from './kinds/reviewMessage.tsx';
import { wait } from './kinds/wait.tsx';
import type { TakenFault, TaskKindView } from './taskKindView.ts';

/** Every kind of human task, as people see it. */
const taskKindViews = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
  wait,
} satisfies { [Kind in TaskKind]: TaskKindView<Kind> };

/** How a task's kind is shown. */
export function viewOfTask({ kind }: { kind: TaskKind }) {
  // Each kind is registered under its own name, so it gets its own decisions; TypeScript can't infer that.
  return taskKindViews[kind] as Omit<TaskKindView<TaskKind>, 'decided' | 'taken'> & {
    decided(...of: Parameters<TaskKindView<TaskKind>['decided']>): Partial<Record<PersonDecision, string>>;
    taken: Partial<Record<PersonDecision, TakenFault>>;
  };
}
