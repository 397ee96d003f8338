import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import { leafInWords } from './terminations/registry.ts';

/** A condition as one says it: a sentence's part, and the parts under it. */
export type ConditionInWords = { text: string; parts: ConditionInWords[] };

/**
 * A termination tree in words, for a nested list.
 *
 * @example terminationInWords({ kind: 'external' }).text // "a person stops it"
 */
export function terminationInWords(condition: TerminationCondition): ConditionInWords {
  if ('conditions' in condition) {
    const text = condition.kind === 'and' ? 'all of these hold' : 'any of these holds';
    return group(text, condition.conditions);
  }
  return { text: leafInWords(condition), parts: [] };
}

function group(text: string, conditions: readonly TerminationCondition[]): ConditionInWords {
  const [first, ...rest] = conditions.map(terminationInWords);
  return first !== undefined && rest.length === 0 ? first : { text, parts: first ? [first, ...rest] : [] };
}
