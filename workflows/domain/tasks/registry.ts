import type { AnswerText, DecisionRule, HumanTaskKind, OfferedOn } from './kind.ts';
import { approveToolCall } from './kinds/approveToolCall.ts';
import { giveInput } from './kinds/giveInput.ts';
import { resolveError } from './kinds/resolveError.ts';
import { reviewMessage } from './kinds/reviewMessage.ts';
import { wait } from './kinds/wait.ts';

/** Every kind of human task: why a conversation waits on a person. */
export const taskKinds = {
  approve_tool_call: approveToolCall,
  review_message: reviewMessage,
  give_input: giveInput,
  resolve_error: resolveError,
  wait,
};

type Kinds = typeof taskKinds;

export type TaskKind = keyof Kinds;

/** The task in a state, by kind. */
export type TasksByKind = {
  [Kind in TaskKind]: Kinds[Kind] extends HumanTaskKind<infer Task, infer _Decision> ? Task : never;
};

/** What a person may decide, by kind. */
export type DecisionsByKind = {
  [Kind in TaskKind]: Kinds[Kind] extends HumanTaskKind<infer _Task, infer Decision> ? Decision : never;
};

export type HumanTask = TasksByKind[TaskKind];
export type PersonDecision = DecisionsByKind[TaskKind];

/** How a task of a kind was closed, and by whom. */
export type ResolutionOf<Kind extends TaskKind> =
  | { by: 'person'; decision: DecisionsByKind[Kind]; submissionId: string; userId: string }
  | { by: 'deadline'; decision: TasksByKind[Kind]['onDeadline'] };

export type Resolution = ResolutionOf<TaskKind>;

export const allTaskKinds = Object.keys(taskKinds) as TaskKind[];

/** The kinds of tasks that ask somebody: those that an inbox has. */
export const askingKinds = allTaskKinds.filter((kind) => kindOf({ kind }).whileOpen !== 'sleeping');

/** What a person may decide, of whatever kind. */
export const personDecisions = [...new Set(allTaskKinds.flatMap(decisionsOf))];

/** What may be decided when a deadline passes, of whatever kind. */
export const deadlineDecisions = [...new Set(allTaskKinds.flatMap((kind) => kindOf({ kind }).deadlines))];

/** What a task's kind does. */
export function kindOf(task: { kind: TaskKind }) {
  // Each kind is registered under its own name, so it gets its own tasks and decisions; TypeScript can't infer that.
  return taskKinds[task.kind] as HumanTaskKind<HumanTask, PersonDecision>;
}

/** What a person may decide on a task of this kind. */
export function decisionsOf(kind: TaskKind): PersonDecision[] {
  return Object.keys(kindOf({ kind }).decisions) as PersonDecision[];
}

/** The decisions that are offered on a task. */
export function offeredDecisions(kind: TaskKind, task: OfferedOn): PersonDecision[] {
  return decisionsOf(kind).filter(
    (decision) =>
      (ruleOf(kind, decision)?.isOffered?.(task) ?? true) &&
      (task.quorum === null || voteOf(kind, decision) !== null),
  );
}

/** What a decision says where more than one have to agree; null: it can't be decided there. */
export function voteOf(kind: TaskKind, decision: string): 'for' | 'against' | null {
  return ruleOf(kind, decision)?.vote ?? null;
}

/** Whether a decision may be taken on a task of this kind. */
export function allowsDecision(kind: TaskKind, decision: string): boolean {
  return ruleOf(kind, decision) !== undefined;
}

/** Which text goes with a decision. */
export function textOf(kind: TaskKind, decision: string): AnswerText {
  return ruleOf(kind, decision)?.text ?? 'none';
}

function ruleOf(kind: TaskKind, decision: string): DecisionRule | undefined {
  const rules: Record<string, DecisionRule> = taskKinds[kind].decisions;
  return Object.hasOwn(rules, decision) ? rules[decision] : undefined;
}

/** Whether this decision ends the turn while the conversation continues. */
export function endsTurn(task: HumanTask, resolution: Resolution): boolean {
  const effect = kindOf(task).effect(task, resolution);
  return effect.then === 'pass' || (effect.then === 'end_turn' && effect.stop === undefined);
}

/** Whether a message waits with tasks of this kind. */
export function waitsWithMessage(kind: TaskKind): boolean {
  return kindOf({ kind }).heldBack !== undefined;
}
