import {
  allowsDecision,
  allTaskKinds,
  type PersonDecision,
  type TaskKind,
  textOf,
} from '../../domain/tasks/registry.ts';
import type { TextRule } from './contract.ts';
import { taskContracts } from './registry.ts';

export type AnswerTextResult =
  | { outcome: 'text'; text: string }
  /** The decision needs a text, and none was given. */
  | { outcome: 'missing'; message: string }
  /** It does not fit the task; a sentence for its author. */
  | { outcome: 'malformed'; message: string };

/** The text that goes with a decision, from what was given (null: nothing), or what is wrong with it. */
export function answerText(kind: TaskKind, decision: PersonDecision, given: string | null): AnswerTextResult {
  const need = textOf(kind, decision);
  if (need === 'none') return { outcome: 'text', text: '' };
  const rules: Partial<Record<string, TextRule>> = taskContracts[kind].texts;
  const rule = rules[decision];
  const text = given ?? '';
  const isMissing = need === 'required' ? text.trim() === '' : need === 'may_be_empty' && given === null;
  if (isMissing) return { outcome: 'missing', message: rule?.empty ?? 'Write a text first.' };
  const fault = rule?.fault?.(text) ?? null;
  return fault === null ? { outcome: 'text', text } : { outcome: 'malformed', message: fault };
}

/** What is missing from a decision whatever the task is, where every kind that knows the decision needs a text with it. */
export function missingFromAny(decision: PersonDecision, given: string | null): string | null {
  const answers = allTaskKinds
    .filter((kind) => allowsDecision(kind, decision))
    .map((kind) => answerText(kind, decision, given));
  const [first] = answers;
  return first?.outcome === 'missing' && answers.every(({ outcome }) => outcome === 'missing')
    ? first.message
    : null;
}
