import { assertNever } from '../../../workflows/domain/json.ts';
import type {
  LeafCondition,
  TerminationCondition,
} from '../../../workflows/domain/terminations/condition.ts';
import { countOf } from '../format/count.ts';
import { formatMoney } from '../format/money.ts';
import { lengthInWords } from './lengthInWords.ts';

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

function leafInWords(condition: LeafCondition): string {
  switch (condition.kind) {
    case 'max_messages':
      return `${condition.maxMessages === 1 ? 'there is' : 'there are'} ${countOf(condition.maxMessages, condition.includeAgentEvents ? 'message or event' : 'message', condition.includeAgentEvents ? 'messages and events' : 'messages')}`;
    case 'text_mention':
      return `${speakersInWords(condition.sources)} writes “${condition.text}”`;
    case 'stop_message':
      return 'somebody sends a stop message';
    case 'token_usage':
      return tokensInWords(condition);
    case 'cost':
      return `its model calls have cost ${formatMoney(condition.maxMicroUsd)}`;
    case 'timeout':
      return `${lengthInWords(condition.seconds)} have passed`;
    case 'handoff':
      return `somebody hands over to ${condition.target}`;
    case 'source_match':
      return `${speakersInWords(condition.sources)} has spoken`;
    case 'text_message':
      return `${condition.source ?? 'anybody'} writes a text message`;
    case 'function_call':
      return `the tool ${condition.functionName} has run`;
    case 'external':
      return 'a person stops it';
    case 'expression':
      return `a message fulfils ${condition.expression}`;
    default:
      return assertNever(condition);
  }
}

function tokensInWords(limits: Extract<LeafCondition, { kind: 'token_usage' }>): string {
  const parts = [
    [limits.maxTotal, 'token'],
    [limits.maxPrompt, 'prompt token'],
    [limits.maxCompletion, 'completion token'],
  ] as const;
  const named = parts.flatMap(([limit, what]) => (limit === null ? [] : [countOf(limit, what)]));
  return `its model calls have used ${new Intl.ListFormat('en', { type: 'disjunction' }).format(named)}`;
}

function group(text: string, conditions: readonly TerminationCondition[]): ConditionInWords {
  const [first, ...rest] = conditions.map(terminationInWords);
  return first !== undefined && rest.length === 0 ? first : { text, parts: first ? [first, ...rest] : [] };
}

function speakersInWords(sources: readonly string[] | null): string {
  return sources === null ? 'anybody' : new Intl.ListFormat('en', { type: 'disjunction' }).format(sources);
}
