import { allTaskKinds, type HumanTask, type TaskKind } from '../../domain/tasks/registry.ts';
import { ofKinds } from '../teamSchema/fields.ts';
import type { TaskContract } from './contract.ts';
import { approveToolCall } from './kinds/approveToolCall.ts';
import { giveInput } from './kinds/giveInput.ts';
import { resolveError } from './kinds/resolveError.ts';
import { reviewMessage } from './kinds/reviewMessage.ts';
import { wait } from './kinds/wait.ts';

/** Every kind of human task, where it crosses a boundary. */
export const taskContracts = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
  wait,
} satisfies { [Kind in TaskKind]: TaskContract<Kind> };

type Contracts = typeof taskContracts;
type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** What a task of any kind asks: the fields of its own kind, with those of other kinds null. */
export type AskedOfTask = Together<{ [Kind in TaskKind]: ReturnType<Contracts[Kind]['read']> }[TaskKind]>;

/** Any task, as stored in a state. */
export const humanTaskSchema = ofKinds<HumanTask>(allTaskKinds.map((kind) => taskContracts[kind].task));

/** The fields that tasks have in the API besides those of all kinds. */
export const taskFields = Object.assign(
  {},
  ...allTaskKinds.map((kind) => taskContracts[kind].fields),
) as Together<{ [Kind in TaskKind]: Contracts[Kind]['fields'] }[TaskKind]>;

/** What a task asks, from the detail of its row; a detail of a form that this version does not know says nothing. */
export function readAsked(kind: string, detail: unknown): AskedOfTask {
  const asked = allTaskKinds.map((each) => taskContracts[each].read(each === kind ? detail : null));
  return Object.assign({}, ...asked) as AskedOfTask;
}
