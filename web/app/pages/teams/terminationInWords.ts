import type { TerminationCondition } from '../../../../workflows/domain/terminations/condition.ts';
import type { Words } from '../../views/format/useWords.ts';
import { leafInWords } from '../../views/teams/terminations/registry.ts';

/** A condition in words: part of a sentence, and the parts below it. */
export type ConditionInWords = { text: string; parts: ConditionInWords[] };

/**
 * A termination tree in words, for a nested list.
 *
 * @example terminationInWords({ kind: 'external' }, words).text // "a person stops it"
 */
export function terminationInWords(condition: TerminationCondition, words: Words): ConditionInWords {
  if (!('conditions' in condition)) return { text: leafInWords(condition, words), parts: [] };
  const [first, ...rest] = condition.conditions.map((each) => terminationInWords(each, words));
  if (first !== undefined && rest.length === 0) return first;
  return {
    text: words.t(`terminations:${condition.kind}.inWords`),
    parts: first === undefined ? [] : [first, ...rest],
  };
}
