import {
  isJoined,
  type LeafCondition,
  type TerminationCondition,
} from '../../../../../workflows/domain/terminations/condition.ts';
import type { LeafKind } from '../../../../../workflows/domain/terminations/registry.ts';
import type { Words } from '../../format/useWords.ts';
import { cost } from './kinds/cost.ts';
import { expression } from './kinds/expression.ts';
import { external } from './kinds/external.ts';
import { functionCall } from './kinds/functionCall.ts';
import { handoff } from './kinds/handoff.ts';
import { maxMessages } from './kinds/maxMessages.ts';
import { sourceMatch } from './kinds/sourceMatch.ts';
import { stopMessage } from './kinds/stopMessage.ts';
import { textMention } from './kinds/textMention.ts';
import { textMessage } from './kinds/textMessage.ts';
import { timeout } from './kinds/timeout.ts';
import { tokenUsage } from './kinds/tokenUsage.ts';
import type { TerminationWords } from './terminationWords.ts';

/** Every kind of termination condition except `and` and `or`, in words. */
const terminationWords = {
  max_messages: maxMessages,
  text_mention: textMention,
  stop_message: stopMessage,
  token_usage: tokenUsage,
  cost,
  timeout,
  handoff,
  source_match: sourceMatch,
  text_message: textMessage,
  function_call: functionCall,
  external,
  expression,
} satisfies { [Kind in LeafKind]: TerminationWords<Kind> };

function wordsOf(kind: LeafKind): TerminationWords<LeafKind> {
  // Each kind is registered under its own name, so it gets its own condition; TypeScript can't infer that.
  return terminationWords[kind];
}

/** What the condition waits for, as part of a sentence. */
export function leafInWords(condition: LeafCondition, words: Words): string {
  return wordsOf(condition.kind).inWords(condition, words);
}

/** The heading of a condition's progress; its inner conditions have their own. */
export function conditionHeading(condition: TerminationCondition, words: Words): string {
  return isJoined(condition)
    ? words.t(`terminations:${condition.kind}.name`)
    : wordsOf(condition.kind).heading(condition, words);
}
