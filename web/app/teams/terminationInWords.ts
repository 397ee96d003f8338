import { countOf } from '../format/count.ts';
import type { TerminationCondition } from '../../../workflows/domain/terminations/condition.ts';

/** A condition as one says it: a sentence's part, and the parts under it. */
export type ConditionInWords = { text: string; parts: ConditionInWords[] };

/**
 * A termination tree in words, for a nested list.
 *
 * @example terminationInWords({ kind: 'max_messages', maxMessages: 12 }).text // "there are 12 messages"
 */
export function terminationInWords(condition: TerminationCondition): ConditionInWords {
  switch (condition.kind) {
    case 'max_messages':
      return {
        text: `${condition.maxMessages === 1 ? 'there is' : 'there are'} ${countOf(condition.maxMessages, 'message')}`,
        parts: [],
      };
    case 'text_mention':
      return { text: `${speakersInWords(condition.sources)} writes “${condition.text}”`, parts: [] };
    case 'external':
      return { text: 'a person stops it', parts: [] };
    case 'and':
      return group('all of these hold', condition.conditions);
    case 'or':
      return group('any of these holds', condition.conditions);
  }
}

function group(text: string, conditions: readonly TerminationCondition[]): ConditionInWords {
  const [first, ...rest] = conditions.map(terminationInWords);
  return first !== undefined && rest.length === 0 ? first : { text, parts: first ? [first, ...rest] : [] };
}

function speakersInWords(sources: readonly string[] | null): string {
  return sources === null ? 'anybody' : new Intl.ListFormat('en', { type: 'disjunction' }).format(sources);
}
